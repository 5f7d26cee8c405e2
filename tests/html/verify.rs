//! The page of a draft that is held to its sources: marks, what hover, focus and a click show, the legend, and no scripts.

use std::path::PathBuf;

use crosscheck::report::{Detail, OutputFormat, html, model};
use crosscheck::{Document, InputFormat, verify};

use crate::browser::{self, Browser};

const DRAFT: &str = "---\npublished: 2013-07-08\n---\n\n# Ellery opens its bridge\n\n\
    The new bridge at Ellery cost $48 million and is 1,460 metres long. It was opened on Tuesday, July 3, 2013, by Anna Lundt, \
    the minister of transport.\n\n\
    \"Nobody has fallen into the 40 feet of water at Ellery yet,\" said Tomas Brekke, 54, the harbour master. Some 22,000 people \
    walked over it, and 330 lamps were lit.\n\n\
    The fire brigade counted 17 fainting guests. Trucks pay a toll of $9.\n";

const SOURCES: [&str; 2] = [
    "The new bridge at Ellery cost $44 million and is 1,460 metres long, the ministry said.\n\n\
     The minister of transport, Anna Lund, opened it on Wednesday. \"Nobody has fallen into the 40 feet of river at Ellery yet,\" \
     said Tomas Brekke, 54, who is harbour master at Ellery.\n\nTrucks pay a toll of $9 on the new bridge.\n",
    "More than 20,000 people walked over the new bridge at Ellery.\n\nThe fire brigade counted 17 fainting guests. Trucks pay \
     a toll of $12, the operator said.\n",
];

/// A browser that shows the page, and the folder for its pictures.
fn shown(test: &str, draft: &str, sources: &[&str]) -> Option<(Browser, PathBuf, PathBuf)> {
    let mut browser = Browser::start(test)?;
    let folder = browser::folder(&format!("{test}-pictures"));
    let file = folder.join("report.html");
    let sources = sources
        .iter()
        .zip(1..)
        .map(|(text, id)| Document::new(id, &format!("notes/{id}.txt"), text, InputFormat::Text));
    let draft = Document::new(0, "draft.md", draft, InputFormat::Markdown);
    let held = verify(draft, sources.collect());
    let detail = OutputFormat::Html.detail(Detail::default());
    let story = model::Story::of(&held.report, detail, None).verified(&held);
    std::fs::write(&file, html::report(&model::Report::new([story]))).unwrap();
    browser.open(&file);
    Some((browser, file, folder))
}

/// The claim whose text begins so, in the draft.
fn claim(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('.claim')].find(c => c.querySelector('a').textContent.includes('{text}'))"
    )
}

/// What is shown beside the marks.
const TIPS: &str = "[...document.querySelectorAll('.tip')].filter(t => t.checkVisibility()).map(t => t.textContent)";

const WIDER: &str = "document.documentElement.scrollWidth > innerWidth";

fn scripts(browser: &mut Browser, on: bool) {
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        serde_json::json!({"value": !on}),
    );
}

#[test]
fn a_claim_shows_what_its_source_says_on_hover_focus_and_click_with_scripts_and_without() {
    let Some((mut browser, file, folder)) = shown("verify", DRAFT, &SOURCES) else {
        return;
    };
    browser.size(1440, 1000);
    browser.picture(&folder.join("light.png"));
    for on in [true, false] {
        scripts(&mut browser, on);
        browser.open(&file);
        assert_eq!(browser.ask(TIPS), serde_json::json!([]));
        let place = browser.ask(&format!(
            "(() => {{ const r = {}.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }})()",
            claim("$48 million")
        ));
        let moved = |x: &serde_json::Value, y: &serde_json::Value| serde_json::json!({"type": "mouseMoved", "x": x, "y": y});
        browser.call("Input.dispatchMouseEvent", moved(&place[0], &place[1]));
        let tips = browser.ask(TIPS);
        let tip = tips[0].as_str().unwrap_or_default();
        assert!(tip.contains("conflict"), "{tips}");
        assert!(
            tip.contains("cost $44 million and is 1,460 metres"),
            "{tips}"
        );
        browser.picture(&folder.join(if on {
            "hover.png"
        } else {
            "hover-no-scripts.png"
        }));
        browser.call("Input.dispatchMouseEvent", moved(&0.into(), &0.into()));
        assert_eq!(browser.ask(TIPS), serde_json::json!([]));

        browser.ask(&format!("{}.querySelector('a').focus()", claim("1,460")));
        let tips = browser.ask(TIPS);
        assert!(
            tips[0].as_str().is_some_and(|t| t.contains("supported")),
            "{tips}"
        );
        browser.ask(&format!("{}.querySelector('a').click()", claim("$9")));
        assert_eq!(
            browser.ask("document.querySelector('.card:target .badge').textContent"),
            "± sources disagree"
        );
        // The legend chooses, and what it puts out is plain text.
        let cards = "[...document.querySelectorAll('.card.supported')].filter(c => c.checkVisibility()).length";
        assert_ne!(browser.ask(cards), 0);
        browser.click("#show-supported");
        assert_eq!(browser.ask(cards), 0);
        browser.click("#show-supported");
        assert_ne!(browser.ask(cards), 0);
    }
    scripts(&mut browser, true);
    browser.open(&file);
    browser.ask(&format!("{}.querySelector('a').focus()", claim("1,460")));
    browser.press("Escape");
    assert_eq!(browser.ask(TIPS), serde_json::json!([]));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn it_is_readable_in_the_dark_on_a_phone_and_on_paper() {
    let Some((mut browser, file, folder)) = shown("verify-ways", DRAFT, &SOURCES) else {
        return;
    };
    browser.size(1440, 1000);
    browser.medium("screen", "dark");
    browser.picture(&folder.join("dark.png"));
    browser.size(390, 844);
    browser.medium("screen", "light");
    browser.open(&file);
    assert_eq!(browser.ask(WIDER), false, "a narrow page scrolls one way");
    browser.picture(&folder.join("narrow.png"));
    browser.ask(&format!("{}.scrollIntoView()", claim("$48 million")));
    browser.ask(&format!(
        "{}.querySelector('a').focus()",
        claim("$48 million")
    ));
    browser.picture(&folder.join("narrow-focus.png"));
    browser.size(1000, 1400);
    browser.medium("print", "light");
    browser.picture(&folder.join("print.png"));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn nothing_in_a_draft_or_source_is_obeyed() {
    let harm = crate::HOSTILE;
    let draft = format!("{DRAFT}\n{harm}\n\n\"{harm}\" said Anna Lund.\n");
    let source = format!("{harm}\n\n{}\n\n{}\n", SOURCES[0], "w".repeat(5000));
    let Some((mut browser, _, folder)) = shown("verify-hostile", &draft, &[&source]) else {
        return;
    };
    assert_eq!(browser.ask("typeof window.pwned"), "undefined");
    let found = "document.querySelectorAll('script, style, img, iframe, object, link').length";
    assert_eq!(browser.ask(found), 2);
    let found = "document.querySelectorAll('[onclick], [onerror], [style]').length";
    assert_eq!(browser.ask(found), 0);
    assert_eq!(browser.ask(WIDER), false, "a long word is broken");
    browser.picture(&folder.join("hostile.png"));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn axe_finds_nothing_serious_in_it() {
    let Some(axe) = crate::axe() else {
        return;
    };
    let Some((mut browser, file, _)) = shown("verify-axe", DRAFT, &SOURCES) else {
        return;
    };
    for (width, scheme) in [
        (1440, "light"),
        (1440, "dark"),
        (390, "light"),
        (390, "dark"),
    ] {
        browser.size(width, 900);
        browser.medium("screen", scheme);
        browser.open(&file);
        browser.ask(&format!(
            "{}.querySelector('a').focus()",
            claim("$48 million")
        ));
        browser.ask(&axe);
        let serious = browser.ask(crate::AXE);
        assert_eq!(serious, serde_json::json!([]), "{width} {scheme}");
    }
}
