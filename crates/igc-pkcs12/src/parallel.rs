//! Independent derivations side by side: each takes a noticeable part of a second, on purpose.

use core::num::NonZero;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Runs `job` for `0..count`, the results in order.
pub(crate) fn parallel<T: Send>(count: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads =
        thread::available_parallelism().map_or(1, NonZero::get).min(count).min(MAX_THREADS);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return done;
            }
            done.push((index, job(index)));
        }
    };
    let mut results: Vec<(usize, T)> = thread::scope(|scope| {
        // A thread that cannot be had is no loss: this one does the work.
        let others: Vec<_> = (1..threads)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok())
            .collect();
        let mut results = work();
        for thread in others {
            match thread.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// More derivations than this at once would only heat a busy server.
const MAX_THREADS: usize = 8;

#[cfg(test)]
mod tests {
    use super::parallel;

    #[test]
    fn every_job_once_and_in_order() {
        for count in [0, 1, 2, 7, 1000] {
            assert_eq!(
                parallel(count, |index| index * 3),
                (0..count).map(|index| index * 3).collect::<Vec<_>>()
            );
        }
    }
}
