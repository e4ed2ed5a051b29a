//! The server of a page: what it shows, whom it refuses, and what stays while a file is broken.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::consumers::BROWSER;
use crate::support::folder;

use super::browser::{Browser, DESK};
use super::{CHART, between};

/// A server that ends with its test.
struct Server {
    child: Child,
    port: u16,
    home: TempDir,
    chart: &'static str,
}

impl Server {
    fn start() -> Self {
        Self::of(&[("c.yaml", CHART)], "c.yaml")
    }

    fn of(files: &[(&str, &str)], chart: &'static str) -> Self {
        let home = folder(files);
        let (child, port) = Self::run(&home, chart, 0);
        Self { child, port, home, chart }
    }

    fn run(home: &TempDir, chart: &str, port: u16) -> (Child, u16) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rightseat"));
        command.args(["serve", chart, "--port", &port.to_string()]).current_dir(home.path()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("it was built");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("it was asked for");
        BufReader::new(out).read_line(&mut line).expect("it says where it is");
        let port = between(&line, "http://127.0.0.1:", "/").parse().expect("a port is a number");
        assert!(line.ends_with(&format!("shows {chart}; Ctrl-C ends it\n")), "{line}");
        (child, port)
    }

    fn end(&mut self) {
        let _ended_already = self.child.kill();
        let _code = self.child.wait();
    }

    /// Begins once more where it was.
    fn again(&mut self) {
        (self.child, self.port) = Self::run(&self.home, self.chart, self.port);
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time is a time");
        stream
    }

    /// What is answered to a head.
    fn answer(&self, head: &str) -> String {
        let mut stream = self.connect();
        // One that is refused early may be closed while it still speaks.
        let _sent = stream.write_all(head.as_bytes());
        let mut answer = Vec::new();
        let _read = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.answer(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port))
    }

    fn write(&self, text: &str) {
        std::fs::write(self.home.path().join("c.yaml"), text).expect("the chart can be written");
    }

    fn events(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).expect("it listens");
        Events(BufReader::new(stream))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// The server's events, as they come.
struct Events(BufReader<TcpStream>);

impl Events {
    /// The next thing that is reported.
    fn next(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("it is told in time") > 0, "the server has gone");
            if let Some(event) = line.strip_prefix("event: ") {
                let mut number = String::new();
                self.0.read_line(&mut number).expect("it is told in time");
                return format!("{} {}", event.trim(), number.trim_start_matches("data: ").trim());
            }
        }
    }
}

#[test]
fn the_page_is_served_and_nothing_else() {
    let server = Server::start();
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{}", &page[..200]);
    for guard in [
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin",
        "frame-ancestors 'none'",
        "connect-src 'self'",
        "Bo Müller",
    ] {
        assert!(page.contains(guard), "{guard}");
    }
    assert!(!page.contains("Access-Control"));
    for path in ["/index.html", "/c.yaml", "//", "/?x", "/events/", "/../c.yaml", "/%2e"] {
        assert!(server.get(path).starts_with("HTTP/1.1 404 "), "{path}");
    }
    for (method, status) in [("POST", "405"), ("OPTIONS", "405"), ("HEAD", "405"), ("get", "405")] {
        let answer = server.answer(&format!("{method} / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server.port));
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{method}: {answer}");
    }
    let entries = std::fs::read_dir(server.home.path()).expect("it is there").flatten();
    let files: Vec<_> = entries.map(|file| file.file_name()).filter(|name| name != ".git").collect();
    assert_eq!(files, ["c.yaml"], "nothing is written");
}

#[test]
fn who_asks_by_another_name_is_refused_before_anything_is_told() {
    let server = Server::start();
    let port = server.port;
    for headers in [
        String::new(),
        "Host: evil.example\r\n".to_owned(),
        format!("Host: evil.example:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nOrigin: http://evil.example\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nOrigin: null\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nOrigin: http://localhost:{port}\r\n"),
    ] {
        for path in ["/", "/events", "/nothing"] {
            let answer = server.answer(&format!("GET {path} HTTP/1.1\r\n{headers}\r\n"));
            assert!(answer.starts_with("HTTP/1.1 421 "), "{headers:?}: {answer}");
            assert!(!answer.contains("Müller"));
        }
    }
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n\r\n");
        assert!(server.answer(&head).starts_with("HTTP/1.1 200 "), "{host}");
    }
}

#[test]
fn heads_are_short_and_quick() {
    let server = Server::start();
    let long = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX: {}\r\n\r\n", server.port, "x".repeat(9000));
    assert!(server.answer(&long).starts_with("HTTP/1.1 431 "));
    for (head, status) in
        [("nonsense\r\n\r\n", "400"), ("GET / HTTP/1.1 x\r\n\r\n", "400"), ("GET / HTTP/1.1\r\nx\r\n\r\n", "400")]
    {
        assert!(server.answer(head).starts_with(&format!("HTTP/1.1 {status} ")), "{head}");
    }
    // A head that never ends is given up by the server.
    assert!(server.answer("GET / HTTP/1.1\r\nHost: ").starts_with("HTTP/1.1 408 "));
}

#[test]
fn the_seventeenth_waits_outside() {
    let server = Server::start();
    let mut inside: Vec<Events> = (0..16).map(|_| server.events()).collect();
    for events in &mut inside {
        assert_eq!(events.next(), "page 1");
    }
    assert!(server.get("/").starts_with("HTTP/1.1 503 "));
}

#[test]
fn a_mistake_leaves_the_last_good_page_under_its_reason() {
    let server = Server::start();
    let mut events = server.events();
    assert_eq!(events.next(), "page 1");
    server.write(&CHART.replace("seats:", "seats: ["));
    assert_eq!(events.next(), "trouble 2");
    let page = server.get("/");
    let strip = between(&page, "<div class=\"trouble\" role=\"alert\">", "</div>");
    assert!(strip.contains("c.yaml:8:8: ") && strip.contains("The page below is from before "), "{strip}");
    assert!(page.contains("Bo Müller") && page.contains("<meta name=\"served\" content=\"2\">"));
    server.write(&CHART.replace("Müller", "Miller"));
    assert_eq!(events.next(), "page 3");
    let page = server.get("/");
    assert!(page.contains("Bo Miller") && !page.contains("class=\"trouble\""));
    std::fs::remove_file(server.home.path().join("c.yaml")).expect("it is there");
    assert_eq!(events.next(), "trouble 4");
    assert!(server.get("/").contains("Bo Miller"));
}

#[test]
fn a_revision_to_compare_with_that_cannot_be_read_is_trouble() {
    let broken = CHART.replace("2026-Q4", "2026-Q3").replace("seats:", "seats: [");
    let server = Server::of(&[("acme/2026-Q3.yaml", &broken), ("acme/2026-Q4.yaml", CHART)], "acme");
    let page = server.get("/");
    let strip = between(&page, "<div class=\"trouble\" role=\"alert\">", "</div>");
    assert!(strip.contains("2026-Q3.yaml:8:8: "), "{strip}");
    assert!(!page.contains("there is no revision before it"));
}

#[test]
fn settings_with_a_mistake_are_told_above_the_page() {
    let server = Server::of(&[("c.yaml", CHART), ("rightseat.yaml", "rules:\n  vacant-seat: fatal\n")], "c.yaml");
    let page = server.get("/");
    let strip = between(&page, "<div class=\"trouble\" role=\"alert\">", "</div>");
    assert!(strip.contains("rightseat.yaml:2:16: ") && strip.contains("It is ignored."), "{strip}");
    assert!(page.contains("Bo Müller"));
    let mut events = server.events();
    assert_eq!(events.next(), "trouble 1");
    std::fs::remove_file(server.home.path().join("rightseat.yaml")).expect("it is there");
    assert_eq!(events.next(), "page 2");
    assert!(!server.get("/").contains("class=\"trouble\""));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let server = Server::start();
    let port = server.port.to_string();
    let ran = crate::support::rightseat(server.home.path(), &["serve", "c.yaml", "--port", &port]);
    assert!(ran.code == 2 && ran.err.contains("is taken: name another"), "{}", ran.err);
    let ran = crate::support::rightseat(Path::new("."), &["serve", "nowhere", "--port", "0"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
}

#[test]
fn the_page_in_a_browser_follows_the_file() {
    let Some(program) = BROWSER.found("the_page_in_a_browser_follows_the_file") else { return };
    let server = Server::start();
    let mut browser = Browser::start(&program);
    let mut tab = browser.open_at(&format!("http://127.0.0.1:{}/#seat=desk&lens=load", server.port), DESK);
    tab.until("document.querySelector('.card h3')?.textContent === 'Desk'");
    // Where the reader stands: scrolled, with the box of the seat at a place of its own.
    tab.value("scrollTo(0, 300); document.querySelector('.zoom button').click()");
    tab.frames();
    let place = "JSON.stringify([scrollY, ...['left', 'top', 'width'].map(side => Math.round(document.querySelector('.box.selected').getBoundingClientRect()[side]))])";
    let before = tab.value(place);
    server.write(&CHART.replace("title: Desk", "title: Help Desk"));
    tab.until("document.querySelector('.card h3')?.textContent === 'Help Desk'");
    tab.assert("location.hash === '#seat=desk&lens=load'");
    tab.until("document.querySelector('.box.selected')");
    tab.frames();
    assert_eq!(tab.value(place), before);
    server.write(&CHART.replace("seats:", "seats: ["));
    tab.until("document.querySelector('.trouble')");
    tab.until("document.querySelector('.card h3')?.textContent === 'Help Desk'");
    server.write(CHART);
    tab.until("!document.querySelector('.trouble') && document.querySelector('.card h3')?.textContent === 'Desk'");
}

#[test]
fn folds_survive_what_is_loaded_again() {
    let Some(program) = BROWSER.found("folds_survive_what_is_loaded_again") else { return };
    let server = Server::start();
    let mut browser = Browser::start(&program);
    let mut tab = browser.open_at(&format!("http://127.0.0.1:{}/#seat=sales&lens=load", server.port), DESK);
    let shown =
        "[...document.querySelectorAll('.box:not([hidden])')].map(box => box.firstChild.textContent).sort().join()";
    tab.until(&format!("{shown} === 'Desk,Lead,Open seat,Sales'"));
    tab.click_on(".box.selected i");
    tab.until(&format!("{shown} === 'Lead,Sales'"));
    server.write(&CHART.replace("title: Sales", "title: Selling"));
    tab.until("document.querySelector('.card h3')?.textContent === 'Selling'");
    tab.until(&format!("{shown} === 'Lead,Selling'"));
    tab.assert("location.hash === '#seat=sales&lens=load'");
    // It is folded by what was done, not for ever.
    tab.click_on(".box.selected i");
    tab.until(&format!("{shown} === 'Desk,Lead,Open seat,Selling'"));
}

#[test]
fn a_server_that_comes_back_shows_what_it_has_now() {
    let Some(program) = BROWSER.found("a_server_that_comes_back_shows_what_it_has_now") else { return };
    let mut server = Server::start();
    let mut browser = Browser::start(&program);
    let mut tab = browser.open_at(&format!("http://127.0.0.1:{}/#seat=desk", server.port), DESK);
    tab.until("document.querySelector('.card h3')?.textContent === 'Desk'");
    server.end();
    server.write(&CHART.replace("title: Desk", "title: Help Desk"));
    server.again();
    // Its count starts again: going by the count alone, the page would already be shown.
    tab.until("document.querySelector('.card h3')?.textContent === 'Help Desk'");
    tab.assert("document.querySelector('meta[name=served]').content === '1'");
}
