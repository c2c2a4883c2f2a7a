//! Help, version, completions, and what is known of rules.

use crate::snapshot;
use parallax_tests::parallax;

#[test]
fn help_of_the_whole() {
    snapshot!("whole", parallax("--help"));
    snapshot!("whole_short", parallax("-h"));
    let bare = parallax("");
    assert_eq!((bare.code, bare.stdout.as_str()), (2, ""));
    assert_eq!(bare.stderr, parallax("-h").stdout);
}

#[test]
fn help_of_each_command() {
    snapshot!("check", parallax("check --help"));
    snapshot!("check_short", parallax("check -h"));
    snapshot!("align", parallax("align --help"));
    snapshot!("lexicon", parallax("lexicon --help"));
    snapshot!("lexicon_learn", parallax("lexicon learn --help"));
    snapshot!("lexicon_import", parallax("lexicon import --help"));
    snapshot!("lexicon_show", parallax("lexicon show --help"));
    snapshot!("rules", parallax("rules --help"));
    snapshot!("explain", parallax("explain --help"));
    snapshot!("facts", parallax("facts --help"));
    snapshot!("completions", parallax("completions --help"));
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(parallax("--version").stdout, format!("parallax {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_shell_gets_its_completions() {
    for (shell, expected) in [
        ("bash", "complete -F _parallax"),
        ("zsh", "#compdef parallax"),
        ("fish", "complete -c parallax"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let run = parallax(&format!("completions {shell}"));
        assert!(run.code == 0 && run.stdout.contains(expected), "{}", run.transcript());
        for word in ["check", "align", "fail-on", "pivot"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(parallax("completions tcsh").code, 2);
}

#[test]
fn all_rules_are_listed() {
    snapshot!("rules_listed", parallax("rules"));
}

#[test]
fn what_is_known_of_a_language_is_told() {
    let known = |language: &str| parallax(&format!("rules --language {language}")).stdout;
    let german = known("de");
    for word in ["German (de)", "negation     known", "must ", "increase ", "weekly "] {
        assert!(german.contains(word), "{word}: {german}");
    }
    assert!(known("de-AT").contains("must "), "{}", known("de-AT"));
    assert!(known("eu").contains("cues         none"), "{}", known("eu"));
    assert!(known("tlh").contains("nothing is known of it"), "{}", known("tlh"));
}

#[test]
fn rules_are_explained_by_code_and_by_name() {
    let run = parallax("explain N001");
    snapshot!("rule_explained", run);
    for name in ["n001", "quantity-changed", "QUANTITY-CHANGED"] {
        assert_eq!(parallax(&format!("explain {name}")).stdout, run.stdout, "{name}");
    }
    // Every rule that is listed can be explained.
    for line in parallax("rules").stdout.lines() {
        let code = line.split_whitespace().next().expect("a line begins with a code");
        let run = parallax(&format!("explain {code}"));
        assert!(run.code == 0 && run.stdout.starts_with(code) && run.stdout.lines().count() > 5, "{code}");
    }
}

#[test]
fn colours_are_used_when_asked_for() {
    assert!(!parallax("rules").stdout.contains('\u{1b}'));
    assert!(parallax("rules --color always").stdout.contains("\u{1b}[1mN001"));
}
