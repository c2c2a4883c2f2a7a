//! Glossaries: concepts with the terms that each language has for them, preferred, admitted or forbidden.
//!
//! A [`Glossary`] is what a file says. A [`TermIndex`] finds the terms of one language in texts, inflected as they may be
//! ([`crate::inflection`]); it is made once a language and searched word by word, however many terms there are.

mod index;
mod words;

pub use index::{Hit, TermIndex};
pub use words::{Joint, Word, WordKind, Words};

use crate::language::LanguageTag;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Whether a term is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum TermStatus {
    /// It is the one to use.
    Preferred,
    /// It may be used.
    #[default]
    Admitted,
    /// It must not be used.
    Forbidden,
}

/// A term of a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The language it is of.
    pub language: LanguageTag,
    /// As the glossary writes it.
    pub text: String,
    /// Whether it is to be used.
    pub status: TermStatus,
    /// Whether other cases of letters are other words. Where the glossary says nothing, they are for what is not written in
    /// small letters throughout but for its first (*IT*, *GmbH*).
    pub case_sensitive: Option<bool>,
}

/// One concept, and the terms for it in the order of the glossary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concept {
    /// Terms of all languages.
    pub terms: Vec<Term>,
    /// What the glossary says about it.
    pub note: Option<String>,
    /// The line of the glossary that it begins on.
    pub line: usize,
}

impl Concept {
    /// The terms for a language, those of its region or script first where there are any: for `pt-BR` those of `pt-BR`, else
    /// those of any Portuguese.
    pub fn terms_for(&self, language: &LanguageTag) -> impl Iterator<Item = &Term> {
        let exact = self.terms.iter().any(|term| term.language == *language);
        self.terms.iter().filter(
            move |term| {
                if exact { term.language == *language } else { term.language.same_language(language) }
            },
        )
    }

    /// The term to use in a language: the preferred one, else the first that is not forbidden.
    #[must_use]
    pub fn wanted(&self, language: &LanguageTag) -> Option<&Term> {
        let usable = || self.terms_for(language).filter(|term| term.status != TermStatus::Forbidden);
        usable().find(|term| term.status == TermStatus::Preferred).or_else(|| usable().next())
    }
}

/// What one or more glossary files say.
#[derive(Debug, Default)]
pub struct Glossary {
    concepts: Vec<Concept>,
    indices: RwLock<BTreeMap<LanguageTag, Arc<TermIndex>>>,
}

impl Glossary {
    /// A glossary of concepts.
    #[must_use]
    pub fn new(concepts: Vec<Concept>) -> Self {
        Self { concepts, indices: RwLock::default() }
    }

    /// The concepts in the order of the files.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Whether it has terms of a language.
    #[must_use]
    pub fn has(&self, language: &LanguageTag) -> bool {
        self.concepts.iter().flat_map(|concept| &concept.terms).any(|term| term.language.same_language(language))
    }

    /// The languages that it has terms of.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageTag> {
        let mut all: Vec<LanguageTag> =
            self.concepts.iter().flat_map(|concept| &concept.terms).map(|term| term.language).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What finds the terms of a language: made when it is first asked for, then shared.
    #[must_use]
    pub fn index(&self, language: &LanguageTag) -> Arc<TermIndex> {
        // A thread that panicked while it held the lock left the map whole: an entry is added in one step.
        if let Some(known) = self.indices.read().unwrap_or_else(PoisonError::into_inner).get(language) {
            return Arc::clone(known);
        }
        let made = Arc::new(TermIndex::new(&self.concepts, language));
        let mut all = self.indices.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(*language).or_insert(made))
    }
}
