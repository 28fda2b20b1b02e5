//! Many hands on one list: what each has made comes back in the order of the list.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Makes `each` of `work` with as many threads as `jobs` says, and tells `heard` how many are done.
pub(crate) fn in_order<T: Sync, R: Send>(
    jobs: usize,
    work: &[T],
    each: impl Fn(&T) -> R + Sync,
    mut heard: impl FnMut(usize),
) -> Vec<R> {
    let jobs = jobs.min(work.len());
    if jobs < 2 {
        let counted = work.iter().enumerate().map(|(number, one)| {
            let made = each(one);
            heard(number + 1);
            made
        });
        return counted.collect();
    }
    // Whoever is free takes the next: boards differ in size by far more than taking one costs.
    let next = AtomicUsize::new(0);
    let (done, results) = mpsc::channel();
    let mut made: Vec<Option<R>> = work.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (done, next, each) = (done.clone(), &next, &each);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(one) = work.get(number) else { break };
                    // Nobody listens any more where the others have given up.
                    if done.send((number, each(one))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        for (count, (number, result)) in results.iter().enumerate() {
            if let Some(place) = made.get_mut(number) {
                *place = Some(result);
            }
            heard(count + 1);
        }
    });
    made.into_iter().flatten().collect()
}

/// As many threads as the machine runs at once.
pub(crate) fn usual_jobs() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn order_is_kept_and_everything_is_heard() {
        let work: Vec<u64> = (0..500).collect();
        for jobs in [0, 1, 2, 7, 900] {
            let mut heard = 0;
            let slow_first = |number: &u64| {
                let turns = if *number < 3 { 200_000 } else { 10 };
                (0..turns).fold(*number, |sum, turn| std::hint::black_box(sum + turn % 2)) - turns / 2
            };
            let made = in_order(jobs, &work, slow_first, |count| heard = count);
            assert_eq!(made, work, "{jobs} jobs");
            assert_eq!(heard, 500);
        }
        assert!(in_order(4, &[] as &[u64], |number| *number, |_| {}).is_empty());
    }
}
