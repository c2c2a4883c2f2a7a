//! What differs between aligned versions: the matching of facts, rules, and consensus over all versions.
