//! A headless Chromium, driven over its debugging pipe: messages of JSON, each ended by a NUL.
//!
//! The pipe and no port: nothing on the machine can connect to it, nothing needs a WebSocket, and the browser ends with the test.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use base64::Engine;
use serde_json::{Value, json};

/// How long one answer of the browser may take.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Browser {
    child: Child,
    commands: ChildStdin,
    messages: Receiver<Value>,
    session: String,
    next: u64,
    complaints: Vec<String>,
}

impl Browser {
    /// A browser with an empty page, or `None` where there is none on this machine and none is asked for.
    ///
    /// # Panics
    /// Where `CROSSCHECK_BROWSER` is `required` and there is none.
    pub(crate) fn start(test: &str) -> Option<Browser> {
        let named = std::env::var_os("CROSSCHECK_CHROMIUM").map(PathBuf::from);
        let Some(chromium) = named.or_else(installed) else {
            assert!(
                !is_required(),
                "no Chromium is found, and CROSSCHECK_BROWSER is `required`"
            );
            println!("skipped: no Chromium is found; install it or name it in CROSSCHECK_CHROMIUM");
            return None;
        };
        let profile = folder(test).join("profile");
        let mut child = Command::new("sh")
            // The browser reads file 3 and writes file 4.
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 >/dev/null 2>&1"])
            .arg(chromium)
            .args(["--headless", "--remote-debugging-pipe", "--no-sandbox"])
            .args(["--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-extensions"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let commands = child.stdin.take().expect("its input is piped");
        let answers = BufReader::new(child.stdout.take().expect("its output is piped"));
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            for message in answers.split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).expect("the browser speaks JSON");
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut browser = Browser {
            child,
            commands,
            messages,
            session: String::new(),
            next: 0,
            complaints: Vec::new(),
        };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let id = &target["targetId"];
        let session = browser.call(
            "Target.attachToTarget",
            json!({"targetId": id, "flatten": true}),
        );
        browser.session = text(&session["sessionId"]);
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser.size(1440, 900);
        Some(browser)
    }

    /// Asks the browser for something and waits for what it gives.
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": parameters});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.commands
            .write_all(message.to_string().as_bytes())
            .expect("the browser listens");
        self.commands.write_all(&[0]).expect("the browser listens");
        let id = self.next;
        let answer = self.wait_for(|message| message["id"] == id);
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    fn wait_for(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self
                .messages
                .recv_timeout(PATIENCE)
                .expect("the browser answers");
            match message["method"].as_str() {
                Some("Runtime.exceptionThrown" | "Log.entryAdded") => {
                    self.complaints.push(message["params"].to_string());
                }
                Some("Runtime.consoleAPICalled") => {
                    self.complaints.push(message["params"]["args"].to_string());
                }
                _ => {}
            }
            if is_it(&message) {
                return message;
            }
        }
    }

    /// Opens the file and waits until it is loaded.
    pub(crate) fn open(&mut self, file: &Path) {
        self.open_at(file, "");
    }

    /// Opens the file at one of its anchors.
    pub(crate) fn open_at(&mut self, file: &Path, anchor: &str) {
        // By way of an empty page: another anchor of the same page is no load.
        for url in [
            "about:blank".to_owned(),
            format!("file://{}{anchor}", file.display()),
        ] {
            self.call("Page.navigate", json!({"url": url}));
            self.wait_for(|message| message["method"] == "Page.loadEventFired");
        }
    }

    /// What the expression gives in the page; a promise is waited for.
    pub(crate) fn ask(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true}),
        );
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {}",
            answer["exceptionDetails"]
        );
        answer["result"]["value"].clone()
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: &str) {
        let text = if key.len() == 1 { key } else { "" };
        for kind in ["keyDown", "keyUp"] {
            self.call(
                "Input.dispatchKeyEvent",
                json!({"type": kind, "key": key, "text": text}),
            );
        }
    }

    /// Clicks in the middle of what the selector finds first.
    pub(crate) fn click(&mut self, selector: &str) {
        let place = self.ask(&format!(
            "(() => {{ const e = document.querySelector({selector:?}); e.scrollIntoView({{block: 'center'}}); \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            self.call(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1}),
            );
        }
    }

    /// Makes the window that large.
    pub(crate) fn size(&mut self, width: u32, height: u32) {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Shows the page as on `medium`, in a light or dark scheme.
    pub(crate) fn medium(&mut self, medium: &str, scheme: &str) {
        let scheme = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call(
            "Emulation.setEmulatedMedia",
            json!({"media": medium, "features": scheme}),
        );
    }

    /// Writes what is seen of the page to a PNG file, for whoever wants to look at it.
    pub(crate) fn picture(&mut self, file: &Path) {
        let picture = self.call("Page.captureScreenshot", json!({"format": "png"}));
        let bytes = base64::prelude::BASE64_STANDARD.decode(text(&picture["data"]));
        std::fs::write(file, bytes.expect("a picture in base64"))
            .expect("a file that can be written");
    }

    /// What the page has complained of since it was asked last: errors, warnings, whatever it wrote.
    pub(crate) fn complaints(&mut self) -> Vec<String> {
        self.ask("new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))");
        std::mem::take(&mut self.complaints)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether a machine without a browser fails the tests.
pub(crate) fn is_required() -> bool {
    std::env::var("CROSSCHECK_BROWSER").is_ok_and(|value| value == "required")
}

/// A folder of its own for each test, empty at its start.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("html")
        .join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder that can be made");
    folder
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    std::env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
