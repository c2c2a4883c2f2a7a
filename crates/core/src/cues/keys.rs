//! The keys of cues: what they say, whatever the language. `build.rs` compiles this very file, so that the data and the
//! code know the same keys.

/// Declares the categories and their keys, in order.
macro_rules! keys {
    ($($(#[$doc:meta])* $category:ident $section:literal { $($constant:ident $name:literal),+ $(,)? })+) => {
        /// What a cue is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Category {
            $($(#[$doc])* $category,)+
        }

        impl Category {
            /// All categories.
            pub const ALL: &[Self] = &[$(Self::$category),+];

            /// Its name, that of its section in the language files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$category => $section,)+
                }
            }
        }

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number {
            $($($constant,)+)+
        }

        impl Key {
            $($(
                #[doc = concat!("`", $section, "/", $name, "`")]
                pub const $constant: Self = Self(Number::$constant as u8);
            )+)+
        }

        /// The category and the name of each key.
        const NAMES: &[(Category, &str)] = &[$($((Category::$category, $name),)+)+];
    };
}

/// What a cue says: `modality/must`, `directions/increase`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u8);

impl Key {
    /// All keys in order, those of a category side by side.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).zip(NAMES).map(|(number, _)| Self(number))
    }

    /// The key with a number.
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        (usize::from(number) < NAMES.len()).then_some(Self(number))
    }

    /// Its number, below [`Key::COUNT`].
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// How many keys there are.
    pub const COUNT: usize = NAMES.len();

    /// Its category.
    #[must_use]
    pub fn category(self) -> Category {
        NAMES[usize::from(self.0)].0
    }

    /// Its name within the category: `must_not`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES[usize::from(self.0)].1
    }

    /// Of a direction, the opposite one.
    #[must_use]
    pub fn opposite(self) -> Option<Self> {
        let first = Self::MORE.0;
        // The two of a pair stand side by side.
        (self.category() == Category::Direction).then(|| Self(((self.0 - first) ^ 1) + first))
    }
}

keys! {
    /// Obligation, prohibition, permission, recommendation.
    Modality "modality" {
        MUST "must", MUST_NOT "must_not", NEED_NOT "need_not", SHOULD "should", SHOULD_NOT "should_not", MAY "may",
    }
    /// How many.
    Quantifier "quantifiers" {
        ALL "all", NONE "none", SOME "some", MOST "most", MANY "many", FEW "few", ONLY "only", BOTH "both",
    }
    /// Conditions and exceptions.
    Condition "conditions" {
        IF "if", UNLESS "unless", EXCEPT "except", EVEN_IF "even_if",
    }
    /// One of two opposites.
    Direction "directions" {
        MORE "more", LESS "less", INCREASE "increase", DECREASE "decrease", RISE "rise", FALL "fall", UP "up",
        DOWN "down", ABOVE "above", BELOW "below", BEFORE "before", AFTER "after", FIRST "first", LAST "last",
        BEGIN "begin", END "end", ENABLE "enable", DISABLE "disable", OPEN "open", CLOSE "close", BUY "buy",
        SELL "sell", IMPORT "import", EXPORT "export", LEFT "left", RIGHT "right", NORTH "north", SOUTH "south",
        EAST "east", WEST "west", HIGH "high", LOW "low", LARGE "large", SMALL "small", LONG "long", SHORT "short",
        OLD "old", NEW "new", EARLY "early", LATE "late", FAST "fast", SLOW "slow", HOT "hot", COLD "cold",
        STRONG "strong", WEAK "weak", BETTER "better", WORSE "worse", BEST "best", WORST "worst",
        MAXIMUM "maximum", MINIMUM "minimum", INSIDE "inside", OUTSIDE "outside", INCLUDE "include",
        EXCLUDE "exclude", ADD "add", REMOVE "remove", ACCEPT "accept", REJECT "reject", WIN "win", LOSE "lose",
        SUCCESS "success", FAILURE "failure", TRUE "true", FALSE "false", SAME "same", DIFFERENT "different",
        PUBLIC "public", PRIVATE "private", DAY "day", NIGHT "night", ARRIVE "arrive", DEPART "depart",
        SEND "send", RECEIVE "receive", CONNECT "connect", DISCONNECT "disconnect", LOCK "lock",
        UNLOCK "unlock", INSTALL "install", UNINSTALL "uninstall", SHOW "show", HIDE "hide", PUSH "push",
        PULL "pull", SAVE "save", DELETE "delete", POSITIVE "positive", NEGATIVE "negative", SAFE "safe",
        DANGEROUS "dangerous", EASY "easy", DIFFICULT "difficult", CHEAP "cheap", EXPENSIVE "expensive",
        RICH "rich", POOR "poor", FULL "full", EMPTY "empty", HEAVY "heavy", LIGHT "light", WET "wet",
        DRY "dry", UPLOAD "upload", DOWNLOAD "download", PROFIT "profit", LOSS "loss", INCOME "income",
        EXPENSE "expense", AGREE "agree", DISAGREE "disagree", SUPPORT "support", OPPOSE "oppose", LOVE "love",
        HATE "hate", REMEMBER "remember", FORGET "forget", PRESENT "present", ABSENT "absent", LEGAL "legal",
        ILLEGAL "illegal", POSSIBLE "possible", IMPOSSIBLE "impossible", ALIVE "alive", DEAD "dead",
        BIRTH "birth", DEATH "death", WAR "war", PEACE "peace", FRIEND "friend", ENEMY "enemy", YOUNG "young",
        ELDERLY "elderly", NEAR "near", FAR "far", DEEP "deep", SHALLOW "shallow", THICK "thick", THIN "thin",
        WIDE "wide", NARROW "narrow", LENGTHEN "lengthen", SHORTEN "shorten", RAISE "raise", LOWER "lower",
        IMPROVE "improve", WORSEN "worsen", EXPAND "expand", SHRINK "shrink", BORROW "borrow", LEND "lend",
        TEACH "teach", LEARN "learn", ASK "ask", ANSWER "answer", GIVE "give", TAKE "take", COME "come",
        GO "go", MALE "male", FEMALE "female", DOMESTIC "domestic", FOREIGN "foreign", URBAN "urban",
        RURAL "rural",
    }
    /// When and how often.
    Frequency "frequency" {
        ALWAYS "always", NEVER "never", OFTEN "often", SOMETIMES "sometimes", RARELY "rarely", HOURLY "hourly",
        DAILY "daily", WEEKLY "weekly", MONTHLY "monthly", YEARLY "yearly", ONCE_AGAIN "once_again",
        ALREADY "already", STILL "still", NOT_YET "not_yet", IMMEDIATELY "immediately", FOREVER "forever",
    }
    /// How sentences hang together.
    Connective "connectives" {
        BUT "but", BECAUSE "because", THEREFORE "therefore", ALTHOUGH "although", OR "or", OTHERWISE "otherwise",
    }
    /// Questions.
    Question "questions" {
        PARTICLES "particles", WORDS "words",
    }
}
