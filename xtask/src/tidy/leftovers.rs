//! What must not be left in the code, and files that are too long to read in one sitting.

use super::{Faults, File};

/// Files longer than this are told of.
const MOST_LINES: usize = 500;

/// What must not stand in Rust code. Put together here, so that this file passes its own check.
const IN_CODE: [&str; 4] =
    [concat!("to", "do!("), concat!("d", "bg!("), concat!("unimple", "mented!("), concat!("#[ig", "nore")];

/// Folders of the machines that changes are made on: they tell nothing to a reader, and exist nowhere else.
const MACHINE_PATHS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];

pub(super) fn check(files: &[File]) -> Faults {
    let mut faults = Faults::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            let in_code = IN_CODE.iter().filter(|_| file.is_rust());
            for word in in_code.chain(&MACHINE_PATHS).filter(|word| line.contains(*word)) {
                faults.push(format!("{}:{number}: `{word}` must not be left here", file.path));
            }
        }
    }
    faults
}

/// Rust files that are too long.
pub(super) fn long_files(files: &[File]) -> Faults {
    let long = files.iter().filter(|file| file.is_rust()).map(|file| (file, file.text.lines().count()));
    let long = long.filter(|(_, lines)| *lines > MOST_LINES);
    long.map(|(file, lines)| format!("{} has {lines} lines: can it be parted?", file.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_are_found_with_their_line() {
        let file = |path: &str, text: String| File { path: path.to_owned(), text };
        let code = file("a.rs", format!("\nfn f() {{ {}) }}\n", IN_CODE[0]));
        assert_eq!(check(&[code]), [format!("a.rs:2: `{}` must not be left here", IN_CODE[0])]);
        let prose = file("a.md", format!("{}x)\n{}x\n", IN_CODE[1], MACHINE_PATHS[0]));
        assert_eq!(check(&[prose]).len(), 1);
        assert_eq!(long_files(&[file("a.rs", "\n".repeat(501)), file("a.md", "\n".repeat(501))]).len(), 1);
    }
}
