//! A word on the terminal while a run takes long, taken back before anything else is said.

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// When a run starts to count as long.
const LONG: Duration = Duration::from_millis(500);
/// Back to the start of the line, and nothing on it.
const ERASED: &str = "\r\x1b[K";

/// Says how long a run has been going on, once that is long.
#[derive(Debug, Default)]
pub struct Patience {
    said: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Patience {
    /// Says it on a terminal from half a second on.
    #[must_use]
    pub fn on(terminal: impl Write + Send + 'static) -> Self {
        Self::after(LONG, terminal)
    }

    fn after(long: Duration, mut terminal: impl Write + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel();
        let say = move || {
            let start = Instant::now();
            let mut was_said = false;
            while stopped.recv_timeout(long) == Err(RecvTimeoutError::Timeout) {
                was_said = true;
                let words = format!("{ERASED}rightseat: at work for {} s", start.elapsed().as_secs().max(1));
                // Who can't be told needs no telling.
                let _: io::Result<()> = terminal.write_all(words.as_bytes()).and_then(|()| terminal.flush());
            }
            if was_said {
                let _: io::Result<()> = terminal.write_all(ERASED.as_bytes()).and_then(|()| terminal.flush());
            }
        };
        Self { said: Some((stop, thread::spawn(say))) }
    }

    /// Takes back what was said, for good.
    pub fn end(&mut self) {
        if let Some((stop, saying)) = self.said.take() {
            drop(stop);
            saying.join().expect("it only waits and writes");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    /// Hands on what is written.
    struct Terminal(Sender<String>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let words = String::from_utf8(bytes.to_vec()).expect("words");
            self.0.send(words).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn terminal() -> (Terminal, Receiver<String>) {
        let (sender, written) = channel();
        (Terminal(sender), written)
    }

    #[test]
    fn a_long_run_says_so_and_takes_it_back() {
        let (terminal, written) = terminal();
        let mut patience = Patience::after(Duration::ZERO, terminal);
        let first = written.recv().expect("it is said");
        assert_eq!(first, format!("{ERASED}rightseat: at work for 1 s"));
        patience.end();
        assert_eq!(written.iter().last().as_deref(), Some(ERASED));
    }

    #[test]
    fn a_short_run_says_nothing() {
        let (terminal, written) = terminal();
        Patience::after(Duration::from_hours(1), terminal).end();
        assert_eq!(written.iter().count(), 0);
    }
}
