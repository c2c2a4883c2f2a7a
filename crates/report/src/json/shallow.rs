//! Pretty JSON that stays readable: two spaces of indentation, but values deep inside (beads, sides, evidence) on
//! one line each. Fully spread out, the beads of a book would take a line for every number.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

/// Writes `value`, the outer `levels` of it spread over lines, and a line break.
///
/// # Errors
/// When `out` cannot be written to.
pub(crate) fn write_shallow<T: Serialize>(value: &T, levels: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let formatter = Shallow { levels, depth: 0, filled: false };
    value.serialize(&mut Serializer::with_formatter(&mut *out, formatter))?;
    out.write_all(b"\n")
}

struct Shallow {
    levels: usize,
    depth: usize,
    filled: bool,
}

impl Shallow {
    fn open<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        let spread = self.depth <= self.levels;
        self.depth -= 1;
        if self.filled && spread {
            self.new_line(out)?;
        }
        self.filled = true;
        out.write_all(bracket)
    }

    fn item<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        match (self.depth <= self.levels, first) {
            (true, _) => self.new_line(out),
            (false, true) => Ok(()),
            (false, false) => out.write_all(b" "),
        }
    }

    fn new_line<W: ?Sized + io::Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Shallow {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn deep_values_stay_on_one_line_and_nothing_is_lost() {
        let value = json!({"a": [{"b": [{"c": [1, 2], "d": {}}, {"c": []}], "e": []}], "f": {}});
        let mut out = Vec::new();
        write_shallow(&value, 4, &mut out).expect("memory can be written to");
        let text = String::from_utf8(out).expect("JSON is UTF-8");
        let expected = r#"{
  "a": [
    {
      "b": [
        {"c": [1, 2], "d": {}},
        {"c": []}
      ],
      "e": []
    }
  ],
  "f": {}
}
"#;
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("valid JSON"), value);
    }
}
