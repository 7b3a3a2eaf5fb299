//! Progress on standard error, only on a terminal.
use crate::console::Console;
use core::time::Duration;
use indicatif::{ProgressBar, ProgressStyle};

/// A line that says what is going on, and disappears.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Starts counting `steps` pieces of work.
    pub(crate) fn start(console: &Console, text: &str, steps: usize) -> Self {
        if !console.shows_progress() {
            return Self(None);
        }
        let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {pos}/{len} ({elapsed})") {
            bar.set_style(style);
        }
        bar.set_message(text.to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(Some(bar))
    }

    /// One piece is done; threads may call it.
    pub(crate) fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
