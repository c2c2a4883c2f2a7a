//! Two calculations side by side, where the caller's threads allow it.

/// The results of both, calculated at the same time on the rayon pool that this is called in with the feature
/// `parallel`, and one after the other without it: the result is the same.
#[cfg(feature = "parallel")]
pub(crate) fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(a, b)
}

/// The results of both, one after the other.
#[cfg(not(feature = "parallel"))]
pub(crate) fn join<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
    (a(), b())
}

/// The result for each item, in their order; at the same time on the rayon pool that this is called in with the feature
/// `parallel`.
#[cfg(feature = "parallel")]
pub(crate) fn map<T: Sync, R: Send>(items: &[T], of: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    items.par_iter().map(of).collect()
}

/// The result for each item, in their order, one after the other.
#[cfg(not(feature = "parallel"))]
pub(crate) fn map<T, R>(items: &[T], of: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(of).collect()
}
