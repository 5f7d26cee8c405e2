//! The HTML report in a browser: that it opens, chooses, jumps and complains of nothing, whatever stands in the articles.
//!
//! Skipped where there is no Chromium. Each test leaves pictures in `target/tmp/html`, for looking at.
#![cfg(unix)]
#![allow(
    clippy::print_stdout,
    reason = "a test that is skipped says why, and one that measures says what"
)]

#[path = "html/browser.rs"]
mod browser;
#[path = "html/verify.rs"]
mod verify;

use std::path::{Path, PathBuf};

use browser::Browser;
use crosscheck::report::{Detail, OutputFormat, html, model};
use crosscheck::{Document, InputFormat};

/// The page of the documents.
fn page(documents: Vec<Document>, name: Option<&str>) -> model::Story {
    let report = crosscheck::compare(documents);
    let detail = Detail {
        agreements: true,
        only_in: true,
        ..Detail::default()
    };
    model::Story::of(&report, OutputFormat::Html.detail(detail), name)
}

/// The story of the corpus.
fn story(name: &str) -> model::Story {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(name);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let documents = files.iter().zip(0..);
    let documents = documents.map(|(file, id)| Document::open(id, file).unwrap());
    page(documents.collect(), Some(name))
}

/// A browser that shows the report, and the folder for its pictures.
fn shown(test: &str, stories: Vec<model::Story>) -> Option<(Browser, PathBuf, PathBuf)> {
    let mut browser = Browser::start(test)?;
    let folder = browser::folder(&format!("{test}-pictures"));
    let file = folder.join("report.html");
    std::fs::write(&file, html::report(&model::Report::new(stories))).unwrap();
    browser.open(&file);
    Some((browser, file, folder))
}

const VISIBLE: &str =
    "[...document.querySelectorAll('.card')].filter(c => !c.hidden && c.id[0] == 'f').length";
/// The places that are lit up in the two panes and in sight there.
const LIT: &str = "[...document.querySelectorAll('.pane-text')].map(pane => { \
    const now = pane.querySelector('.now'), at = now?.getBoundingClientRect(), in_ = pane.getBoundingClientRect(); \
    return now && at.top >= in_.top && at.bottom <= in_.bottom ? now.textContent : null; })";
const SETTLED: &str = "new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 150))";

#[test]
fn it_opens_chooses_and_jumps_without_a_complaint() {
    let Some((mut browser, file, folder)) = shown("film", vec![story("film-studio-hack")]) else {
        return;
    };
    assert_eq!(
        browser.ask("document.querySelector('h1').textContent"),
        "4 disagreements"
    );
    assert_eq!(browser.ask(VISIBLE), 4);
    browser.picture(&folder.join("light.png"));

    // A value that is clicked stands in sight in both panes.
    browser.click("#f1 a.place");
    assert_eq!(
        browser.ask(LIT),
        serde_json::json!(["$15 million", "$31 million"])
    );
    browser.picture(&folder.join("jump.png"));
    browser.click("#f3 .answers > li:nth-child(2) a.place");
    assert_eq!(
        browser.ask(LIT),
        serde_json::json!(["$75 million", "$44 million"])
    );
    browser.click(".matrix a[href='#f2']");
    assert_eq!(
        browser.ask(LIT),
        serde_json::json!(["$3 million", "$5 million"])
    );
    // And so does one that is clicked in an article.
    browser.click(".pane:nth-child(2) .v[data-e~='f0-1']");
    assert_eq!(
        browser.ask(LIT),
        serde_json::json!(["Kim Jung Un", "Kim Jong-un"])
    );
    browser.open_at(&file, "#f3");
    assert_eq!(
        browser.ask(LIT),
        serde_json::json!(["$75 million", "$44 million"])
    );

    let choose = |browser: &mut Browser, name: &str, how: &str| {
        browser.ask(&format!(
            "(() => {{ const e = document.querySelector({name:?}); {how}; \
             e.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
        ));
        browser.ask(SETTLED);
        browser.ask(VISIBLE)
    };
    assert_eq!(
        choose(&mut browser, "[value=conflict]", "e.checked = false"),
        1
    );
    assert_eq!(
        choose(&mut browser, "[value=conflict]", "e.checked = true"),
        4
    );
    assert_eq!(
        choose(&mut browser, "[name=rule]", "e.value = 'money-mismatch'"),
        3
    );
    assert_eq!(
        choose(&mut browser, "#search", "e.value = 'RENTALS online'"),
        1
    );
    assert_eq!(
        browser.ask("document.querySelector('#count').textContent"),
        "1 of 4"
    );
    assert_eq!(browser.ask("[...document.querySelectorAll('.matrix tr[data-for^=f]')].filter(r => !r.hidden).length"), 1);
    assert_eq!(choose(&mut browser, "[name=sure]", "e.value = 100"), 0);
    assert_eq!(
        browser.ask("document.querySelector('#nothing').hidden"),
        false
    );
    browser.ask("document.querySelector('#controls').reset()");
    browser.ask(SETTLED);
    assert_eq!(browser.ask(VISIBLE), 4);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn it_is_worked_by_keys() {
    let Some((mut browser, _, folder)) = shown("keys", vec![story("film-studio-hack")]) else {
        return;
    };
    let active = "document.activeElement.id || document.activeElement.className";
    browser.press("j");
    browser.press("j");
    assert_eq!(browser.ask(active), "f2");
    browser.press("k");
    assert_eq!(browser.ask(active), "f1");
    browser.press("ArrowDown");
    assert_eq!(browser.ask(active), "f2");
    browser.press("Enter");
    assert_eq!(browser.ask(active), "pane-text");
    browser.press("Escape");
    assert_eq!(browser.ask(active), "f2");
    browser.press("/");
    assert_eq!(browser.ask(active), "search");
    browser.press("j");
    assert_eq!(browser.ask("document.querySelector('#search').value"), "j");
    browser.ask("document.activeElement.blur()");
    browser.press("?");
    assert_eq!(browser.ask("document.querySelector('#help').open"), true);
    browser.picture(&folder.join("keys.png"));
    browser.ask("document.querySelector('#help').close()");
    browser.press("t");
    browser.press("t");
    assert_eq!(
        browser.ask("document.documentElement.dataset.theme"),
        "dark"
    );
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn it_is_readable_without_scripts_on_paper_and_in_the_dark() {
    let stories = vec![story("valley-wildfire"), story("coast-earthquake")];
    let Some((mut browser, file, folder)) = shown("ways", stories) else {
        return;
    };
    browser.picture(&folder.join("stories.png"));
    browser.ask("document.querySelector('#findings').scrollIntoView()");
    browser.picture(&folder.join("findings.png"));
    browser.medium("screen", "dark");
    browser.picture(&folder.join("dark.png"));
    browser.size(390, 844);
    browser.picture(&folder.join("narrow-dark.png"));
    browser.medium("screen", "light");
    browser.click("#f0 a.place");
    browser.picture(&folder.join("narrow-reader.png"));
    browser.open(&file);
    browser.picture(&folder.join("narrow.png"));
    let wider = "document.documentElement.scrollWidth > innerWidth";
    assert_eq!(
        browser.ask(wider),
        false,
        "a narrow page scrolls in one direction"
    );

    browser.size(1000, 1400);
    browser.medium("print", "light");
    browser.picture(&folder.join("print.png"));
    let shown = |what: &str| {
        format!("[...document.querySelectorAll('{what}')].filter(e => e.checkVisibility()).length")
    };
    assert_eq!(browser.ask(&shown("#controls, #reader, #articles")), 0);

    browser.medium("screen", "light");
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        serde_json::json!({"value": true}),
    );
    browser.open(&file);
    assert_eq!(browser.ask(&shown("#articles article")), 7);
    assert_eq!(browser.ask(&shown("#controls, #reader, .switches")), 0);
    browser.size(1200, 1400);
    browser.picture(&folder.join("no-scripts.png"));
    browser.ask("document.querySelector('#articles').scrollIntoView()");
    browser.picture(&folder.join("no-scripts-articles.png"));
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        serde_json::json!({"value": false}),
    );
    assert_eq!(browser.complaints(), [""; 0]);
}

/// What an article may hold that a page must not obey.
const HOSTILE: &str = "<script>window.pwned = 1</script> <img src=x onerror='window.pwned = 2'> </style></script></title> --> <!-- ]]> \
    &lt;b&gt; \" onclick=\"window.pwned = 3\" \u{0}\u{1b}[31m \u{202e}evitom\u{202c} \u{2067}left";

#[test]
fn nothing_in_an_article_is_obeyed() {
    let text = |cost: &str| {
        format!(
            "The Harbour Museum opened its new wing on Monday.\n{HOSTILE}\nThe new wing cost {cost} to build.\n{HOSTILE}\n{}\n",
            "w".repeat(5000)
        )
    };
    let documents = [
        (
            "<b>a</b>\"><script>window.pwned = 4</script>.txt",
            "$44 million",
        ),
        ("b\u{202e}txt.exe", "$75 million"),
    ];
    let documents = documents.iter().zip(0..);
    let documents = documents
        .map(|(&(name, cost), id)| Document::new(id, name, &text(cost), InputFormat::Text));
    let stories = vec![page(
        documents.collect(),
        Some("</option><script>window.pwned = 5</script>"),
    )];
    let Some((mut browser, _, folder)) = shown("hostile", stories) else {
        return;
    };
    assert_ne!(browser.ask(VISIBLE), 0);
    assert_eq!(browser.ask("typeof window.pwned"), "undefined");
    assert_eq!(
        browser.ask(
            "document.querySelectorAll('script, style, img, iframe, object, link, b b').length"
        ),
        2
    );
    assert_eq!(
        browser.ask("document.querySelectorAll('[onclick], [onerror], [style]').length"),
        0
    );
    let article = browser.ask("document.querySelector('.pane-text').textContent");
    let article = article.as_str().unwrap();
    for shown in [
        "<script>window.pwned = 1</script>",
        "</style></script></title> --> <!-- ]]>",
        "&lt;b&gt;",
        "[U+0000][U+001B][31m [U+202E]evitom[U+202C] [U+2067]left",
    ] {
        assert!(article.contains(shown), "{shown}");
    }
    let wider = "document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.ask(wider), false, "a long word is broken");
    browser.ask("document.querySelector('#findings').scrollIntoView()");
    browser.picture(&folder.join("hostile.png"));
    assert_eq!(browser.complaints(), [""; 0]);
}

/// What axe finds in the page that is serious.
const AXE: &str = "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations \
    .filter(v => ['serious', 'critical'].includes(v.impact)) \
    .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')}`))";

/// The script of axe; `None` where it is not at hand and need not be.
fn axe() -> Option<String> {
    let Some(axe) = std::env::var_os("CROSSCHECK_AXE") else {
        assert!(
            !browser::is_required(),
            "CROSSCHECK_AXE does not name axe.min.js"
        );
        println!("skipped: CROSSCHECK_AXE does not name axe.min.js of the npm package axe-core");
        return None;
    };
    Some(std::fs::read_to_string(axe).expect("axe.min.js where CROSSCHECK_AXE says"))
}

#[test]
fn axe_finds_nothing_serious() {
    let Some(axe) = axe() else {
        return;
    };
    let stories = vec![story("valley-wildfire"), story("coast-earthquake")];
    let Some((mut browser, file, _)) = shown("axe", stories) else {
        return;
    };
    for (width, scheme, scripts) in [
        (1440, "light", true),
        (1440, "dark", true),
        (390, "light", true),
        (1200, "dark", false),
    ] {
        browser.size(width, 900);
        browser.medium("screen", scheme);
        browser.call(
            "Emulation.setScriptExecutionDisabled",
            serde_json::json!({"value": !scripts}),
        );
        browser.open(&file);
        browser.call(
            "Emulation.setScriptExecutionDisabled",
            serde_json::json!({"value": false}),
        );
        browser.ask("for (const d of document.querySelectorAll('details')) d.open = true; document.querySelector('#f0 a.place').click()");
        browser.ask(&axe);
        let serious = browser.ask(AXE);
        assert_eq!(serious, serde_json::json!([]), "{width} {scheme} {scripts}");
    }
}

/// So often a loaded machine is given the chance to do something as fast as it can.
const TRIES: usize = 8;

#[test]
fn thousands_of_findings_stay_smooth() {
    let one = story("valley-wildfire");
    let stories: Vec<model::Story> = (0..500)
        .map(|i| {
            let mut story = one.clone();
            let name = Some(format!("story {i}"));
            story
                .documents
                .iter_mut()
                .for_each(|d| d.story.clone_from(&name));
            story
                .findings
                .iter_mut()
                .for_each(|f| f.story.clone_from(&name));
            story.findings.truncate(9);
            story.agreements = None;
            story
        })
        .collect();
    let begun = std::time::Instant::now();
    let Some((mut browser, file, folder)) = shown("many", stories) else {
        return;
    };
    println!(
        "made and opened after {:?}, {} bytes",
        begun.elapsed(),
        std::fs::metadata(&file).unwrap().len()
    );
    assert_eq!(browser.ask(VISIBLE), 4500);
    for word in ["firefighters", "firefighters 104", ""] {
        let ask = format!(
            "new Promise(done => {{ const e = document.querySelector('#search'); e.value = '{word}'; const t = performance.now(); \
             e.dispatchEvent(new Event('input', {{bubbles: true}})); const typed = performance.now() - t; \
             setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done([typed, performance.now() - t - 100, \
             document.querySelector('#count').textContent]))), 100); }})"
        );
        // A keystroke waits for nothing, and what it chooses is there soon. What else the machine does can only make it slower,
        // so the best of some tries is what the page takes.
        let mut tries = Vec::new();
        let is_smooth = (0..TRIES).any(|_| {
            // Each try has something to choose.
            browser.ask("(() => { const e = document.querySelector('#search'); e.value = 'zzz'; e.dispatchEvent(new Event('input', {bubbles: true})); return new Promise(done => setTimeout(() => done(1), 200)); })()");
            let took = browser.ask(&ask);
            let smooth = took[0].as_f64().unwrap() < 10.0 && took[1].as_f64().unwrap() < 2000.0;
            tries.push(took);
            smooth
        });
        println!("{word:?}: {tries:?}");
        assert!(is_smooth, "{word:?}: {tries:?}");
    }
    let took = browser.ask("(() => { const t = performance.now(); document.querySelector('#f4000 a.place').click(); document.body.offsetHeight; return performance.now() - t; })()");
    println!("a jump: {took} ms");
    browser.picture(&folder.join("many.png"));
    assert_eq!(browser.complaints(), [""; 0]);
}
