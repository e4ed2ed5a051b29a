//! As much of HTTP as two paths take, and every guard before anything is answered.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::watch::Shown;
use crate::page::{empty_page, with_trouble};

/// How many connections at a time.
const MOST: usize = 16;
/// No browser that reads a page sends a longer head.
const LONGEST_HEAD: usize = 8 << 10;
/// A head takes no longer.
const HEAD: Duration = Duration::from_secs(5);
/// What is sent is taken within this time.
const SENDING: Duration = Duration::from_secs(10);
/// How often a silent connection is tried, so that one that has gone makes room.
const ALIVE: Duration = Duration::from_secs(15);

/// What is shown at the moment.
pub(super) struct Showing {
    now: Mutex<Now>,
    changed: Condvar,
}

struct Now {
    /// Grows with each change.
    number: u64,
    page: String,
    /// Why the page is older than the files, and since when; or which files were skipped.
    trouble: Option<String>,
}

impl Showing {
    /// Begins with a page, or without one where there is trouble.
    pub(super) fn new(first: Shown) -> Self {
        let (page, trouble) = match first {
            Shown::Page(page, note) => (page, note),
            Shown::Trouble(reason) => (empty_page(), Some(reason)),
        };
        Self { now: Mutex::new(Now { number: 1, page, trouble }), changed: Condvar::new() }
    }

    /// Shows something newer. A page that can't be made leaves the last one standing.
    pub(super) fn show(&self, shown: Shown) {
        let mut now = self.now();
        match shown {
            Shown::Page(page, note) => (now.page, now.trouble) = (page, note),
            Shown::Trouble(reason) => {
                let since = jiff::ZonedDateTime::now().strftime("%H:%M:%S");
                now.trouble = Some(format!("{reason}\nThe page below is from before {since}."));
            }
        }
        now.number += 1;
        self.changed.notify_all();
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        // A thread that panicked left either a whole page or none.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page to send.
    fn page(&self) -> String {
        let now = self.now();
        with_trouble(&now.page, now.number, now.trouble.as_deref())
    }

    /// Waits for a number other than this, for a while.
    fn news(&self, known: u64) -> (u64, bool) {
        let now = self.now();
        let waited = self.changed.wait_timeout_while(now, ALIVE, |now| now.number == known);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (now.number, now.trouble.is_some())
    }
}

/// Answers for ever, a thread for each connection.
pub(super) fn serve(listener: &TcpListener, port: u16, showing: &Arc<Showing>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming().flatten() {
        let place = Place(Arc::clone(&open));
        if open.fetch_add(1, Ordering::SeqCst) >= MOST {
            refuse(stream, "503 Service Unavailable");
            continue;
        }
        let showing = Arc::clone(showing);
        std::thread::spawn(move || {
            // One that ends early is its browser's business.
            let _ended: std::io::Result<()> = answer(stream, port, &showing);
            drop(place);
        });
    }
}

/// One of the places for connections, free again when it is dropped.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn answer(mut stream: TcpStream, port: u16, showing: &Showing) -> std::io::Result<()> {
    stream.set_write_timeout(Some(SENDING))?;
    let head = match head(&mut stream) {
        Ok(head) => head,
        Err(status) => {
            refuse(stream, status);
            return Ok(());
        }
    };
    match asked(&head, port) {
        Ok(Path::Page) => send(&mut stream, "200 OK", "text/html; charset=utf-8", showing.page().as_bytes()),
        Ok(Path::Events) => events(&mut stream, showing),
        Err(status) => {
            refuse(stream, status);
            Ok(())
        }
    }
}

/// The head of a request, or with which status it is refused.
fn head(stream: &mut TcpStream) -> Result<Vec<u8>, &'static str> {
    let end = Instant::now() + HEAD;
    let mut head = Vec::new();
    let mut bytes = [0; 1024];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return Err("408 Request Timeout");
        }
        match stream.read(&mut bytes) {
            Ok(0) => return Err("400 Bad Request"),
            Ok(count) => head.extend(&bytes[..count]),
            Err(reason) if matches!(reason.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err("408 Request Timeout");
            }
            Err(reason) if reason.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err("400 Bad Request"),
        }
        if head.len() > LONGEST_HEAD {
            return Err("431 Request Header Fields Too Large");
        }
        if let Some(at) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            head.truncate(at);
            return Ok(head);
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Path {
    Page,
    Events,
}

/// What a head asks for, or with which status it is refused. Another machine's name in it means that a page from
/// elsewhere asks by way of this one's address.
fn asked(head: &[u8], port: u16) -> Result<Path, &'static str> {
    let head = str::from_utf8(head).map_err(|_| "400 Bad Request")?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (method, path, version) = (words.next(), words.next(), words.next());
    if version.is_none_or(|version| !version.starts_with("HTTP/1.")) || words.next().is_some() {
        return Err("400 Bad Request");
    }
    let (mut hosts, mut origins) = (Vec::new(), Vec::new());
    for line in lines {
        let (name, value) = line.split_once(':').ok_or("400 Bad Request")?;
        match name.to_ascii_lowercase().as_str() {
            "host" => hosts.push(value.trim()),
            "origin" => origins.push(value.trim()),
            _ => {}
        }
    }
    let ours: Vec<String> = ["127.0.0.1", "localhost", "[::1]"].iter().map(|name| format!("{name}:{port}")).collect();
    let is_ours = |host: &str| ours.iter().any(|name| name == host);
    let is_host_ours = matches!(hosts.as_slice(), [host] if is_ours(host));
    let is_origin_ours = match origins.as_slice() {
        [] => true,
        [origin] => origin.strip_prefix("http://").is_some_and(|host| hosts == [host]),
        _ => false,
    };
    if !is_host_ours || !is_origin_ours {
        return Err("421 Misdirected Request");
    }
    match (method, path) {
        (Some("GET"), Some("/")) => Ok(Path::Page),
        (Some("GET"), Some("/events")) => Ok(Path::Events),
        (Some("GET"), _) => Err("404 Not Found"),
        _ => Err("405 Method Not Allowed"),
    }
}

/// What every answer says besides what it is. No other page may read it, keep it or frame it.
const GUARDS: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
                      Cross-Origin-Resource-Policy: same-origin\r\nContent-Security-Policy: frame-ancestors 'none'\r\n\
                      Connection: close\r\n";

fn send(stream: &mut TcpStream, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{GUARDS}\r\n", body.len());
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    stream.flush()
}

fn refuse(mut stream: TcpStream, status: &str) {
    // Who is refused may have gone already.
    let _sent = stream.set_write_timeout(Some(SENDING));
    let _sent = send(&mut stream, status, "text/plain; charset=utf-8", format!("{status}\n").as_bytes());
    // What was sent and not read would take the answer away when the connection closes.
    let _closed = stream.shutdown(std::net::Shutdown::Write);
    let _read = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let _rest = stream.read(&mut [0; 1024]);
}

/// Tells of changes as they come: which number is shown, and whether it is trouble.
fn events(stream: &mut TcpStream, showing: &Showing) -> std::io::Result<()> {
    // A page that has lost its server tries again after half a second.
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{GUARDS}\r\nretry: 500\n\n");
    stream.write_all(head.as_bytes())?;
    let mut known = 0;
    loop {
        let (number, is_trouble) = showing.news(known);
        let kind = if is_trouble { "trouble" } else { "page" };
        // A comment keeps a silent connection alive, or finds that it is not.
        let news = if number == known { ":\n\n".to_owned() } else { format!("event: {kind}\ndata: {number}\n\n") };
        known = number;
        stream.write_all(news.as_bytes())?;
        stream.flush()?;
    }
}
