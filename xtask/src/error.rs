//! Errors of this command: sentences for the developer, most general first.

use std::fmt;
use std::num::ParseIntError;

pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong. Nothing here is handled by kind, so a text is enough.
#[derive(Debug)]
pub(crate) struct Error(String);

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// Give up with a text.
pub(crate) fn fail<T>(text: impl Into<String>) -> Result<T> {
    Err(Error::new(text))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Self {
        Self(error.to_string())
    }
}

/// Say what was being done when something failed.
pub(crate) trait Context<T> {
    fn context(self, what: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn context(self, what: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Error(format!("{what}: {error}")))
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, what: impl fmt::Display) -> Result<T> {
        self.ok_or_else(|| Error(what.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_comes_first() {
        let failed: Result<(), &str> = Err("no such file");
        let text = failed.context("rules of de").map_err(|e| e.to_string());
        assert_eq!(text, Err("rules of de: no such file".to_string()));
    }
}
