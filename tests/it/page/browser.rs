//! A browser, spoken to through a pipe: no driver, no port. Messages are JSON, each ended by a zero byte.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A browser without a window.
pub(super) struct Browser {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: u64,
    /// The events that it sent by itself.
    events: Vec<Value>,
    _home: TempDir,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) scheme: &'static str,
    pub(super) is_still: bool,
    pub(super) has_script: bool,
}

pub(super) const DESK: View = View { width: 1280, height: 800, scheme: "light", is_still: true, has_script: true };

impl Browser {
    pub(super) fn start(program: &Path) -> Self {
        let home = TempDir::new().expect("a folder can be made");
        // So that standard input and output of the child are what the browser knows as 3 and 4.
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 >/dev/null 2>&1"]).arg(program);
        command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
        command.arg("--remote-debugging-pipe").arg(format!("--user-data-dir={}", home.path().display()));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("there is a shell");
        let input = child.stdin.take().expect("it was asked for");
        let output = BufReader::new(child.stdout.take().expect("it was asked for"));
        Self { child, input, output, asked: 0, events: Vec::new(), _home: home }
    }

    fn ask(&mut self, session: Option<&str>, method: &str, params: &Value) -> Result<Value, String> {
        self.asked += 1;
        let mut message = json!({"id": self.asked, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.input.write_all(format!("{message}\0").as_bytes()).expect("the browser listens");
        loop {
            let mut told = self.message();
            if told["id"] == self.asked {
                return if told["error"].is_null() {
                    Ok(told["result"].take())
                } else {
                    Err(told["error"].to_string())
                };
            }
            self.events.push(told);
        }
    }

    fn message(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.output.read_until(0, &mut bytes).expect("the browser speaks");
        assert_eq!(bytes.pop(), Some(0), "the browser has gone");
        serde_json::from_slice(&bytes).expect("it speaks JSON")
    }

    /// Says whether pages may use the clipboard.
    pub(super) fn clipboard(&mut self, setting: &str) {
        for name in ["clipboard-write", "clipboard-read"] {
            let asked = json!({"permission": {"name": name}, "setting": setting});
            self.ask(None, "Browser.setPermission", &asked).expect("the browser knows this permission");
        }
    }

    /// Opens a page in a tab of its own, as `view` says; `hash` is the end of its address.
    pub(super) fn open(&mut self, file: &Path, hash: &str, view: View) -> Tab<'_> {
        self.open_at(&format!("file://{}{hash}", file.display()), view)
    }

    pub(super) fn open_at(&mut self, address: &str, view: View) -> Tab<'_> {
        let target = self.ask(None, "Target.createTarget", &json!({"url": "about:blank"})).expect("a tab opens");
        let target = target["targetId"].clone();
        let attached = self.ask(None, "Target.attachToTarget", &json!({"targetId": target, "flatten": true}));
        let session = attached.expect("a tab can be spoken to")["sessionId"].as_str().expect("by its name").to_owned();
        self.events.clear();
        let mut tab = Tab { browser: self, session, target };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tab.ask(&format!("{domain}.enable"), json!({}));
        }
        let is_mobile = view.width < 600;
        let size = json!({"width": view.width, "height": view.height, "deviceScaleFactor": 1, "mobile": is_mobile});
        tab.ask("Emulation.setDeviceMetricsOverride", size);
        let motion = if view.is_still { "reduce" } else { "no-preference" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": view.scheme},
            {"name": "prefers-reduced-motion", "value": motion}
        ]);
        tab.ask("Emulation.setEmulatedMedia", json!({"features": features}));
        tab.ask("Emulation.setScriptExecutionDisabled", json!({"value": !view.has_script}));
        tab.ask("Page.navigate", json!({"url": address}));
        tab.heard("Page.loadEventFired");
        tab
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It closes its end when it goes, whatever it answers.
        let closing = json!({"id": self.asked + 1, "method": "Browser.close"});
        let _gone_already = self.input.write_all(format!("{closing}\0").as_bytes());
        let _code = self.child.wait();
    }
}

/// One page in a browser.
pub(super) struct Tab<'b> {
    browser: &'b mut Browser,
    session: String,
    target: Value,
}

impl Tab<'_> {
    #[expect(clippy::needless_pass_by_value, reason = "each call makes its own")]
    pub(super) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.browser.ask(Some(&self.session), method, &params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Waits until the browser reports something.
    fn heard(&mut self, method: &str) {
        while !self.browser.events.iter().any(|event| event["method"] == method) {
            let event = self.browser.message();
            self.browser.events.push(event);
        }
    }

    /// What an expression gives in the page.
    pub(super) fn value(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.ask("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits, frame by frame, until an expression holds.
    pub(super) fn until(&mut self, expression: &str) {
        let waiting = format!(
            "new Promise((done, never) => {{ const end = performance.now() + 15000; const look = () => {{ if ({expression}) \
             done(true); else if (performance.now() > end) never(new Error('never')); else requestAnimationFrame(look); }}; look(); }})"
        );
        let asked = json!({"expression": waiting, "awaitPromise": true, "returnByValue": true});
        loop {
            match self.browser.ask(Some(&self.session), "Runtime.evaluate", &asked) {
                Ok(answer) => {
                    let trouble = &answer["exceptionDetails"];
                    assert!(trouble.is_null(), "{expression}: {trouble}");
                    return;
                }
                // The page was reloaded in the meantime.
                Err(error) => {
                    assert!(error.contains("navigated") || error.contains("context"), "{expression}: {error}");
                }
            }
        }
    }

    pub(super) fn assert(&mut self, expression: &str) {
        assert_eq!(self.value(&format!("Boolean({expression})")), Value::Bool(true), "{expression}");
    }

    /// Where the first element of a kind stands, with or without a script: left, top, right and bottom on the screen.
    /// Nothing where it has no place.
    pub(super) fn place(&mut self, selector: &str) -> Option<[f64; 4]> {
        let root = self.ask("DOM.getDocument", json!({"depth": 0}))["root"]["nodeId"].clone();
        let node = self.ask("DOM.querySelector", json!({"nodeId": root, "selector": selector}))["nodeId"].clone();
        let asked = json!({"nodeId": node});
        let found = self.browser.ask(Some(&self.session), "DOM.getBoxModel", &asked).ok()?;
        let corners: [f64; 8] = serde_json::from_value(found["model"]["border"].clone()).expect("four corners");
        Some([corners[0], corners[1], corners[4], corners[5]])
    }

    /// Two frames later all that was asked for is drawn.
    pub(super) fn frames(&mut self) {
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    pub(super) fn key(&mut self, key: &str) {
        let text = if key.chars().count() == 1 { key } else { "" };
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            " " => 32,
            _ => 0,
        };
        let down = json!({"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code});
        self.ask("Input.dispatchKeyEvent", down);
        self.ask("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key}));
        self.frames();
    }

    pub(super) fn write(&mut self, text: &str) {
        self.ask("Input.insertText", json!({"text": text}));
        self.frames();
    }

    pub(super) fn click(&mut self, x: f64, y: f64) {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.ask("Input.dispatchMouseEvent", event);
        }
        self.frames();
    }

    /// Clicks in the middle of an element.
    pub(super) fn click_on(&mut self, selector: &str) {
        let [left, top, right, bottom] = self.place(selector).expect("it is seen");
        self.click(f64::midpoint(left, right), f64::midpoint(top, bottom));
    }

    /// Ends the tab. Nothing may have gone wrong in it, and nothing may have been asked of the world.
    pub(super) fn done(self) {
        let trouble: Vec<String> = self
            .browser
            .events
            .drain(..)
            .filter(|event| {
                let params = &event["params"];
                match event["method"].as_str().unwrap_or_default() {
                    "Runtime.exceptionThrown" | "Runtime.consoleAPICalled" | "Log.entryAdded" => true,
                    "Network.requestWillBeSent" => {
                        let url = params["request"]["url"].as_str().unwrap_or_default();
                        !["file:", "http://127.0.0.1:"].iter().any(|ours| url.starts_with(ours))
                    }
                    _ => false,
                }
            })
            .map(|event| event.to_string())
            .collect();
        assert_eq!(trouble, Vec::<String>::new());
        self.browser.ask(None, "Target.closeTarget", &json!({"targetId": self.target})).expect("a tab closes");
    }
}
