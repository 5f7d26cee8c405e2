// Filters, keys, and the articles side by side. The page can be read without any of it: nothing here makes text, it only shows,
// hides and copies what the page holds.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  const cards = $$(".card");
  const form = $("#controls");
  const reader = $("#reader");
  const hasTexts = Boolean($("#articles article"));

  // Theme: as the system has it, light, dark. Where nothing may be kept it holds for this reading.
  const themes = ["auto", "light", "dark"];
  const kept = (value) => {
    try {
      return value === undefined ? localStorage.getItem("crosscheck-theme") : localStorage.setItem("crosscheck-theme", value);
    } catch {
      return null;
    }
  };
  const setTheme = (theme) => {
    root.dataset.theme = theme;
    $("#theme").textContent = `Theme: ${theme}`;
  };
  setTheme(themes.includes(kept()) ? kept() : "auto");
  const nextTheme = () => {
    const theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    setTheme(theme);
    kept(theme);
  };
  $("#theme").addEventListener("click", nextTheme);
  $("#keys").addEventListener("click", () => $("#help").showModal());
  $(".switches").hidden = false;

  // Filters. What is searched is read from the cards once, when a search begins; a keystroke then reads no layout and changes only
  // the cards that come or go.
  const rows = new Map();
  for (const row of $$("[data-for]")) {
    const id = row.dataset.for;
    rows.set(id, (rows.get(id) ?? []).concat(row));
  }
  const stories = $$(".story").map((story) => [story, $$("tr[data-for]", story)]);
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const facts = cards.map((card) => ({
    card,
    verdict: card.dataset.v,
    rule: card.dataset.r,
    story: card.dataset.s,
    sure: Number(card.dataset.c),
    found: card.id.startsWith("f"),
    rows: rows.get(card.id) ?? [],
    text: null,
  }));
  const show = (element, visible) => {
    if (element.hidden === visible) element.hidden = !visible;
  };
  const filter = () => {
    const words = plain($("#search").value).split(/\s+/).filter(Boolean);
    const verdicts = new Set($$("[name=verdict]:checked", form).map((box) => box.value));
    const rule = form.elements.rule.value;
    const story = form.elements.story?.value ?? "";
    const sure = Number(form.elements.sure.value);
    $("#least").textContent = sure;
    let shown = 0;
    let findings = 0;
    for (const fact of facts) {
      let visible = (!fact.found || verdicts.has(fact.verdict)) && (!rule || fact.rule === rule) && (!story || fact.story === story) && fact.sure >= sure;
      if (visible && words.length) {
        fact.text ??= plain(fact.card.textContent);
        visible = words.every((word) => fact.text.includes(word));
      }
      show(fact.card, visible);
      for (const row of fact.rows) show(row, visible);
      if (fact.found) {
        findings += 1;
        shown += visible;
      }
    }
    for (const [element, inside] of stories) show(element, inside.some((row) => !row.hidden));
    $("#count").textContent = shown === findings ? `${findings}` : `${shown} of ${findings}`;
    $("#nothing").hidden = shown > 0 || findings === 0;
  };
  let pending = 0;
  const soon = (wait) => {
    clearTimeout(pending);
    pending = setTimeout(() => requestAnimationFrame(filter), wait);
  };
  if (form) {
    form.hidden = false;
    $("#search").addEventListener("input", () => soon(90));
    form.addEventListener("input", (event) => event.target.id === "search" || soon(0));
    form.addEventListener("reset", () => soon(0));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  // The reader: two panes, each with a copy of an article. A copy has no ids, so that an anchor means one place.
  const articles = $$("#articles article");
  const panes = $$(".pane", reader).map((element, side) => ({
    side,
    select: $("select", element),
    text: $(".pane-text", element),
    where: $(".where", element),
    steps: $$("[data-step]", element),
    document: null,
    at: 0,
  }));
  let current = null;

  // Where the answers of an entry stand, in the order of its card.
  const placesOf = (card) => $$("a.place", card).map((link) => {
    const [document, start] = link.hash.slice(2).split("-").map(Number);
    return { document, start, end: Number(link.dataset.to), group: Number(link.dataset.g), link };
  });
  const fill = (pane, document) => {
    if (pane.document === document) return;
    pane.document = document;
    const original = articles.find((article) => article.id === `d${document}`);
    const copy = original?.cloneNode(true);
    for (const piece of copy ? [copy, ...$$("[id]", copy)] : []) {
      if (piece !== copy) piece.dataset.at = piece.id.split("-")[1];
      piece.removeAttribute("id");
    }
    pane.text.replaceChildren(...(copy ? [copy] : []));
  };
  // Lights up what the current entry has in the pane, and brings the place chosen in it into view.
  const light = (pane) => {
    const places = current.places.filter((place) => place.document === pane.document);
    pane.at = Math.min(pane.at, Math.max(places.length - 1, 0));
    const now = places[pane.at];
    for (const piece of $$(".on", pane.text)) piece.classList.remove("on", "now", "g0", "g1", "g2", "g3", "g4", "same");
    let first = null;
    for (const piece of $$(".v", pane.text)) {
      const group = piece.dataset.e.split(" ").find((e) => e.startsWith(`${current.card.id}-`))?.split("-")[1];
      if (group === undefined) continue;
      piece.classList.remove("g0", "g1", "g2", "g3", "g4", "same");
      piece.classList.add("on", !current.card.id.startsWith("f") ? "same" : `g${Math.min(group, 4)}`);
      const at = Number(piece.dataset.at);
      if (!now || at < now.start || at >= now.end) continue;
      piece.classList.add("now");
      first ??= piece;
    }
    pane.where.textContent = places.length ? `${pane.at + 1} of ${places.length}` : "not in it";
    for (const step of pane.steps) step.disabled = places.length < 2;
    if (first) {
      const top = first.getBoundingClientRect().top - pane.text.getBoundingClientRect().top + pane.text.scrollTop;
      pane.text.scrollTo({ top: top - pane.text.clientHeight / 3 });
    } else {
      pane.text.scrollTo({ top: 0 });
    }
  };
  const choices = (pane) => {
    const story = current.card.dataset.s;
    const letters = new Map();
    for (const { document, link } of current.places) {
      const answer = link.closest(".answers > li");
      const value = $(".value", answer).textContent.trim();
      letters.set(document, letters.get(document)?.includes(value) ? letters.get(document) : [...(letters.get(document) ?? []), value]);
    }
    pane.select.replaceChildren(...articles.filter((article) => article.dataset.s === story).map((article) => {
      const id = Number(article.id.slice(1));
      const values = letters.get(id);
      const label = values ? `${article.dataset.label} · ${values.join(", ").slice(0, 60)}` : article.dataset.label;
      return new Option(label, id, false, id === pane.document);
    }));
  };
  const open = (card, wanted, side) => {
    const places = placesOf(card);
    if (current) current.card.removeAttribute("aria-current");
    for (const row of $$("[data-for][aria-current]")) row.removeAttribute("aria-current");
    card.setAttribute("aria-current", "true");
    for (const row of rows.get(card.id) ?? []) row.setAttribute("aria-current", "true");
    current = { card, places };
    if (!hasTexts || !places.length) {
      reader.hidden = true;
      return;
    }
    const one = places.find((place) => wanted && place.document === wanted.document && place.start === (wanted.start ?? place.start)) ?? places[0];
    const others = places.filter((place) => place !== one);
    const other = others.find((p) => p.group !== one.group && p.document !== one.document)
      ?? others.find((p) => p.document !== one.document)
      ?? others.find((p) => p.group !== one.group)
      ?? others[0] ?? one;
    // The answer named first stands on the left, unless the pane that was clicked in is to stay.
    const order = (place) => places.indexOf(place);
    const swap = side === undefined ? order(one) > order(other) : side === 1;
    reader.hidden = false;
    $("#findings").classList.add("reads");
    $("#reader-title").textContent = $("h3", card).textContent;
    for (const [pane, place] of [[panes[0], swap ? other : one], [panes[1], swap ? one : other]]) {
      fill(pane, place.document);
      pane.at = places.filter((p) => p.document === place.document).indexOf(place);
      choices(pane);
      light(pane);
    }
  };
  const step = (pane, by) => {
    const count = current?.places.filter((place) => place.document === pane.document).length ?? 0;
    if (count < 2) return;
    pane.at = (pane.at + by + count) % count;
    light(pane);
  };
  for (const pane of panes) {
    pane.select.addEventListener("change", () => {
      fill(pane, Number(pane.select.value));
      pane.at = 0;
      light(pane);
    });
    for (const button of pane.steps) button.addEventListener("click", () => step(pane, Number(button.dataset.step)));
  }
  const close = () => {
    if (matchMedia("(max-width: 69.99rem)").matches) reader.hidden = true;
    current?.card.focus({ preventScroll: true });
  };
  $("#close").addEventListener("click", close);

  // Brings a card into view that a filter or a closed list may hide.
  const reveal = (card) => {
    if (card.hidden) {
      form.reset();
      filter();
    }
    const folded = card.closest(".folded");
    if (folded) folded.open = true;
    card.scrollIntoView({ block: "nearest" });
  };
  // Opens what an anchor of the page names: a card, an article, or a place in one. A link says more than its anchor: a cell of the
  // table means its document, a place in a card that card, and a place in a pane stays in that pane.
  const follow = (hash, link) => {
    const id = hash.slice(1);
    const named = document.getElementById(id);
    const place = /^d(\d+)(?:-(\d+))?$/.exec(id);
    let card = null;
    let wanted = null;
    let side;
    if (named?.classList.contains("card")) {
      card = named;
      side = panes.findIndex((pane) => pane.text.contains(link ?? null));
      if (side >= 0) wanted = { document: panes[side].document, start: Number(link.dataset.at) };
      else if (link?.dataset.d) wanted = { document: Number(link.dataset.d) };
    } else if (place && hasTexts) {
      wanted = { document: Number(place[1]), start: place[2] && Number(place[2]) };
      const exact = `.card a.place[href="#${id}"]`;
      const any = `.card a.place[href^="#d${place[1]}-"]`;
      card = (link?.closest(".card") ?? $(exact) ?? $(any))?.closest(".card");
    }
    if (!card) return false;
    reveal(card);
    open(card, wanted, side >= 0 ? side : undefined);
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!link) {
      // A card opens wherever it is clicked, unless words in it are being marked.
      const card = event.target.closest(".card");
      if (card && !event.target.closest("summary, .why") && getSelection().isCollapsed) open(card);
      return;
    }
    if (follow(link.hash, link)) {
      event.preventDefault();
      try {
        history.replaceState(null, "", link.hash);
      } catch {
        // A page in a frame without an origin has no address to keep.
      }
    }
  });
  window.addEventListener("hashchange", () => follow(location.hash));

  // Keys. A letter typed into a field is a letter.
  const visible = () => cards.filter((card) => !card.hidden && card.closest(".folded")?.open !== false);
  const move = (by) => {
    const list = visible();
    if (!list.length) return;
    const at = list.indexOf(document.activeElement?.closest(".card") ?? current?.card);
    const card = list[Math.max(0, Math.min(list.length - 1, at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by))];
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    if (!matchMedia("(max-width: 69.99rem)").matches || !reader.hidden) open(card);
  };
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || $("#help").open) return;
    if (event.key === "Escape") {
      if (target.id === "search" && target.value) return;
      close();
      return;
    }
    if (target.matches("input, select, textarea") && !["checkbox", "range"].includes(target.type)) return;
    const onCard = target.classList.contains("card");
    const keys = {
      j: () => move(1),
      k: () => move(-1),
      n: () => panes.forEach((pane) => step(pane, 1)),
      p: () => panes.forEach((pane) => step(pane, -1)),
      t: nextTheme,
      "/": () => $("#search")?.focus(),
      "?": () => $("#help").showModal(),
    };
    if (onCard) {
      keys.ArrowDown = keys.j;
      keys.ArrowUp = keys.k;
      keys.Enter = () => {
        open(target);
        if (!reader.hidden) panes[0].text.focus({ preventScroll: true });
      };
    }
    const does = keys[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });

  // What the address names, else the first finding where there is room beside the list.
  if (!follow(location.hash) && cards.length && !matchMedia("(max-width: 69.99rem)").matches) open(cards[0]);
});
