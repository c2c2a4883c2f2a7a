//! Which columns of a table hold what.

use super::PairOptions;
use super::error::LayoutError;
use super::names::{Role, column_of, is_role, language_of};
use parallax_core::LanguageTag;

/// Whether the first row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Header {
    /// If it has the names of the columns that are needed.
    #[default]
    Auto,
    /// It does.
    Yes,
    /// It is a pair like the others.
    No,
}

/// Which columns are meant: a name (a key of JSON lines), in any case, or a number from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The source's text.
    pub source: Option<String>,
    /// The target's text.
    pub target: Option<String>,
    /// What the row is called.
    pub id: Option<String>,
    /// The source's language.
    pub source_language: Option<String>,
    /// The target's language.
    pub target_language: Option<String>,
}

/// What is found where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles<T> {
    /// The source's text.
    pub source: T,
    /// The target's text.
    pub target: T,
    /// What the row is called.
    pub id: Option<T>,
    /// The source's language.
    pub source_language: Option<T>,
    /// The target's language.
    pub target_language: Option<T>,
}

/// Which columns of a table hold what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The names of the columns, or the keys; empty where nothing names them.
    pub names: Vec<String>,
    /// How many columns there are.
    pub count: usize,
    /// Indices of columns, from 0.
    pub columns: Roles<usize>,
    /// The languages that the names of the text columns say.
    pub languages: [Option<LanguageTag>; 2],
}

impl Layout {
    /// Whether the first row is a header.
    #[must_use]
    pub fn has_header(&self) -> bool {
        !self.names.is_empty()
    }

    /// The layout of a table whose first row is `first`.
    pub(super) fn of_table(first: &[String], options: &PairOptions) -> Result<Self, LayoutError> {
        if let [only] = first {
            return Err(LayoutError::OneColumn { first: only.clone() });
        }
        let header = match options.header {
            Header::Yes => true,
            Header::No => false,
            Header::Auto => looks_like_header(first, options),
        };
        if header {
            return Self::named(first, options);
        }
        let wishes = &options.columns;
        let numbered = |wish: &Option<String>| wish.as_ref().map(|wish| column_named(wish, first, false)).transpose();
        let [source, target] = match (numbered(&wishes.source)?, numbered(&wishes.target)?) {
            (Some(source), Some(target)) => [source, target],
            (Some(source), None) if first.len() == 2 => [source, 1 - source],
            (None, Some(target)) if first.len() == 2 => [1 - target, target],
            (None, None) if first.len() == 2 => [0, 1],
            (source, _) => return Err(LayoutError::NotNamed { target: source.is_some(), columns: first.to_vec() }),
        };
        let columns = Roles {
            source,
            target,
            id: numbered(&wishes.id)?,
            source_language: numbered(&wishes.source_language)?,
            target_language: numbered(&wishes.target_language)?,
        };
        Self { names: Vec::new(), count: first.len(), columns, languages: [None; 2] }.checked()
    }

    /// The layout of a table whose columns, or keys, have these names.
    pub(super) fn named(names: &[String], options: &PairOptions) -> Result<Self, LayoutError> {
        let wishes = &options.columns;
        let find = |wish: &Option<String>, role: Role| match wish {
            Some(wish) => column_named(wish, names, true).map(Some),
            None => Ok(column_of(role, names)),
        };
        let id = find(&wishes.id, Role::Id)?;
        let source_language = find(&wishes.source_language, Role::SourceLanguage)?;
        let target_language = find(&wishes.target_language, Role::TargetLanguage)?;
        let (source, target) = (find(&wishes.source, Role::Source)?, find(&wishes.target, Role::Target)?);
        let [source, target] = match (source, target) {
            (Some(source), Some(target)) => [source, target],
            (source, target) => {
                let taken = [id, source_language, target_language, source, target];
                by_language([source, target], &taken, names, options)?
            }
        };
        let languages = [source, target].map(|column| language_of(&names[column]));
        let columns = Roles { source, target, id, source_language, target_language };
        Self { names: names.to_vec(), count: names.len(), columns, languages }.checked()
    }

    fn checked(self) -> Result<Self, LayoutError> {
        let column = self.columns.source;
        if column != self.columns.target {
            return Ok(self);
        }
        let column = self.names.get(column).cloned().unwrap_or_else(|| (column + 1).to_string());
        Err(LayoutError::SameColumn { column })
    }
}

/// Whether a first row names columns: those that the caller names, or enough that are known.
fn looks_like_header(first: &[String], options: &PairOptions) -> bool {
    let wishes = &options.columns;
    let all = [&wishes.source, &wishes.target, &wishes.id, &wishes.source_language, &wishes.target_language];
    let said: Vec<&String> = all.into_iter().flatten().collect();
    // Numbers stand in rows too.
    let is_number = |wish: &str| wish.trim().parse::<usize>().is_ok();
    if said.iter().any(|wish| !is_number(wish) && position(wish, first).is_some()) {
        return true;
    }
    let by_number = wishes.source.is_some() && wishes.target.is_some();
    if by_number {
        return first.iter().any(|name| is_role(name));
    }
    let either = |role: Role, wish: &Option<String>| wish.is_some() || column_of(role, first).is_some();
    let languages = first.iter().filter(|name| language_of(name).is_some()).count();
    match (either(Role::Source, &wishes.source), either(Role::Target, &wishes.target)) {
        (true, true) => true,
        (true, false) | (false, true) => languages >= 1,
        (false, false) => languages >= 2,
    }
}

/// The sides that no name tells: columns named by languages, in their order, or the languages that the caller says.
fn by_language(
    sides: [Option<usize>; 2],
    taken: &[Option<usize>],
    names: &[String],
    options: &PairOptions,
) -> Result<[usize; 2], LayoutError> {
    let all: Vec<(usize, LanguageTag)> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| !taken.contains(&Some(*at)))
        .filter_map(|(at, name)| Some((at, language_of(name)?)))
        .collect();
    let said = |side: usize| {
        let wanted = options.languages[side]?;
        let exact = all.iter().find(|(_, tag)| *tag == wanted);
        exact.or_else(|| all.iter().find(|(_, tag)| tag.same_language(&wanted))).map(|(at, _)| *at)
    };
    let mut found = [0, 1].map(|side: usize| sides[side].or_else(|| said(side)));
    let free: Vec<usize> = all.iter().map(|(at, _)| *at).filter(|at| !found.contains(&Some(*at))).collect();
    let missing = found.iter().filter(|side| side.is_none()).count();
    if free.len() > missing && missing > 0 {
        return Err(LayoutError::ManyLanguages { columns: all.iter().map(|(at, _)| names[*at].clone()).collect() });
    }
    let mut free = free.into_iter();
    for side in found.iter_mut().filter(|side| side.is_none()) {
        *side = free.next();
    }
    match found {
        [Some(source), Some(target)] => Ok([source, target]),
        [source, _] => Err(LayoutError::NotNamed { target: source.is_some(), columns: names.to_vec() }),
    }
}

/// The column that a wish is: by its name, else by its number.
fn column_named(wish: &str, columns: &[String], named: bool) -> Result<usize, LayoutError> {
    let by_name = if named { position(wish, columns) } else { None };
    let number = || wish.trim().parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < columns.len());
    by_name
        .or_else(number)
        .ok_or_else(|| LayoutError::NoSuchColumn { wanted: wish.to_owned(), columns: columns.to_vec() })
}

fn position(wish: &str, columns: &[String]) -> Option<usize> {
    let wish = wish.trim();
    let exact = columns.iter().position(|name| name.trim() == wish);
    exact.or_else(|| columns.iter().position(|name| name.trim().to_lowercase() == wish.to_lowercase()))
}
