//! temp
mod common;
use common::*;
use std::collections::BTreeMap;
#[test]
fn corpus() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/");
    let verbose = std::env::var("V").is_ok();
    let only = std::env::var("ONLY").ok();
    for (group, pivot) in [("letter", "fr"), ("notice", "en"), ("holdout/letter", "fr"), ("holdout/report", "es")] {
        if std::env::var("G").is_ok_and(|g| g != group) {
            continue;
        }
        let mut texts: BTreeMap<String, (String, String)> = BTreeMap::new();
        for e in std::fs::read_dir(format!("{root}{group}")).unwrap() {
            let p = e.unwrap().path();
            let name = p.file_name().unwrap().to_str().unwrap().to_owned();
            let lang = name.split('.').nth(1).unwrap().to_owned();
            texts.insert(lang, (name, std::fs::read_to_string(p).unwrap()));
        }
        let order: Vec<String> =
            std::iter::once(pivot.to_owned()).chain(texts.keys().filter(|l| *l != pivot).cloned()).collect();
        let read = |texts: &BTreeMap<String, (String, String)>, l: &String| version(&texts[l].0, l, &texts[l].1);
        let base: Vec<_> = order.iter().map(|l| read(&texts, l)).collect();
        let aligns: Vec<_> = base[1..].iter().map(|v| align(&base[0], v)).collect();
        let t = std::time::Instant::now();
        let c = check_aligned(&base, &aligns);
        println!("== {group}: {} findings, {} held back, {:?}", c.findings.len(), c.held_back, t.elapsed());
        for f in &c.findings {
            println!("  {} {}", order[f.version], shown(f));
        }
        if let Ok(l) = std::env::var("EXPLAIN") {
            if let Some(i) = order.iter().position(|o| *o == l) {
                println!("{}", explain(&base[0], &base[i]));
            }
        }
        let manifest: toml::Table = std::fs::read_to_string(if group.starts_with("holdout") {
            format!("{root}{group}.toml")
        } else {
            format!("{root}drift/{group}.toml")
        })
        .unwrap()
        .parse()
        .unwrap();
        let (mut ok, mut n, mut extra) = (0, 0, 0);
        let mut by: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let base_prints: Vec<_> = c.findings.iter().map(|f| (f.rule.code, f.message.clone(), f.version)).collect();
        for d in manifest["drift"].as_array().unwrap() {
            let get = |k: &str| d.get(k).and_then(|v| v.as_str());
            let id = get("id").unwrap();
            if only.as_deref().is_some_and(|o| !id.starts_with(o)) {
                continue;
            }
            let lang = get("version").unwrap().to_owned();
            let mut changed = texts.clone();
            let text = &mut changed.get_mut(&lang).unwrap().1;
            let num = |k: &str| d.get(k).and_then(|v| v.as_integer()).map(|v| v as usize);
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            if let Some(r) = get("replace") {
                assert!(text.matches(r).count() == 1, "{id} {}", text.matches(r).count());
                *text = text.replace(r, get("with").unwrap());
            } else if let Some(l) = num("delete_line") {
                lines.remove(l - 1);
                *text = lines.join("\n") + "\n";
            } else if let Some(l) = num("insert_after") {
                lines.insert(l, get("with").unwrap().to_owned());
                *text = lines.join("\n") + "\n";
            } else if let Some(l) = num("replace_line") {
                lines[l - 1] = get("with").unwrap().to_owned();
                *text = lines.join("\n") + "\n";
            } else {
                panic!("{id}")
            }
            let at = order.iter().position(|l| *l == lang).unwrap();
            let mut vs = base.clone();
            vs[at] = read(&changed, &lang);
            let mut al = aligns.clone();
            if at == 0 {
                al = vs[1..].iter().map(|v| align(&vs[0], v)).collect();
            } else {
                al[at - 1] = align(&vs[0], &vs[at]);
            }
            let c = check_aligned(&vs, &al);
            let rule = get("rule").unwrap();
            let hits = |f: &parallax_core::Finding| {
                let over = |want: Option<&str>, v: &parallax_core::Version, p: &Option<parallax_core::Place>| match want
                {
                    None => true,
                    Some(w) => {
                        let s = v.document.source.find(w).unwrap_or_else(|| panic!("{id}: {w}"));
                        let e = s + w.len();
                        p.as_ref().is_some_and(|p| p.span.start < e && s < p.span.end)
                    }
                };
                f.rule.code == rule
                    && (at == 0 || f.version == at)
                    && over(get("at"), &vs[at], &f.target)
                    && over(get("pivot_at"), &vs[0], &f.source)
                    && (get("outlier") != Some("pivot") || f.outlier == Some(0))
            };
            let found = c.findings.iter().any(hits);
            let others: Vec<_> = c
                .findings
                .iter()
                .filter(|f| !hits(f) && !base_prints.contains(&(f.rule.code, f.message.clone(), f.version)))
                .collect();
            n += 1;
            ok += usize::from(found);
            extra += others.len();
            let e = by.entry(rule.to_owned()).or_default();
            e.0 += usize::from(found);
            e.1 += 1;
            if !found || !others.is_empty() || verbose {
                println!("{} {id} ({rule})", if found { "found" } else { "MISSED" });
                for f in c.findings.iter().filter(|f| hits(f)) {
                    println!("      ok {}", shown(f));
                }
                for f in others {
                    println!("      extra {} {}", order[f.version], shown(f));
                }
                if !found && verbose && at > 0 {
                    println!("{}", explain(&vs[0], &vs[at]));
                }
            }
        }
        println!("== {group}: {ok}/{n} found, {extra} extra; {by:?}");
    }
}
