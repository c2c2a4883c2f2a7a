//! The documentation: its commands and its links lead somewhere.

use super::{Faults, File};
use std::path::Path;

/// The commands that the README begins with, and a person pastes: the main job, and all tests. The second is what
/// `.ci/run` calls.
const COMMANDS: [&str; 2] =
    ["cargo run --release -p parallax-cli -- check corpus/letter --pivot fr", "cargo test --workspace"];

pub(super) fn check(root: &Path, files: &[File]) -> Faults {
    let mut faults = Faults::new();
    let text_of = |path: &str| files.iter().find(|file| file.path == path).map_or("", |file| &file.text);
    let (readme, ci) = (text_of("README.md"), text_of(".ci/run"));
    let blocks = command_blocks(readme);
    for (command, block) in COMMANDS.iter().zip(blocks.iter().map(String::as_str).chain(["", ""])) {
        if block.trim() != *command {
            faults.push(format!("README.md: a block of its own with `{command}` is missing or out of order"));
        }
    }
    if !ci.lines().any(|line| line.trim() == COMMANDS[1]) {
        faults.push(format!(".ci/run does not call `{}`, as README.md says", COMMANDS[1]));
    }
    for file in files.iter().filter(|file| file.path.ends_with(".md") && !is_corpus_text(&file.path)) {
        let folder = root.join(&file.path);
        let folder = folder.parent().unwrap_or(root);
        for target in link_targets(&file.text) {
            let path = target.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") && !folder.join(path).exists() {
                faults.push(format!("{}: the link to {target} leads nowhere", file.path));
            }
        }
    }
    faults
}

/// Whether a file is a text to check (`corpus/notice/notice.en.md`), not a document about the project.
fn is_corpus_text(path: &str) -> bool {
    path.starts_with("corpus/") && !path.ends_with("README.md")
}

/// The content of the fenced blocks marked `sh`.
fn command_blocks(markdown: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in markdown.lines() {
        match &mut open {
            None if line == "```sh" => open = Some(String::new()),
            Some(_) if line == "```" => blocks.extend(open.take()),
            Some(block) => {
                block.push_str(line);
                block.push('\n');
            }
            None => {}
        }
    }
    blocks
}

/// The destinations of inline links, outside code.
fn link_targets(markdown: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut targets = Vec::new();
    for line in markdown.lines() {
        fenced ^= line.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for prose in line.split('`').step_by(2) {
            targets.extend(prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()));
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_commands_are_read_from_markdown() {
        let text = "[a](b.md), `[x](y)`\n```sh\ncargo test\n```\n```text\n[c](d)\n```\n[e](f#g)\n";
        assert_eq!(link_targets(text), ["b.md", "f#g"]);
        assert_eq!(command_blocks(text), ["cargo test\n"]);
    }
}
