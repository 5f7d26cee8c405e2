#!/usr/bin/env python3
"""How well `crosscheck verify` tells what a source supports from what it contradicts.

usage: verify.py BIN DIR [--show unsupported | missed | supported | false] [--min-supported X] [--min-conflict X]

DIR holds a folder for each pair of articles: a.txt, b.txt and gold.json with their marked agreements (`rule`, and the byte
ranges of both articles as `a` and `b`). b.txt is the draft and a.txt its source.

Unchanged: what is called a conflict in the draft as it is should be marked as a disagreement.
Agreements: a marked claim of the draft should be `supported` or `less-precise`.
Planted: each marked figure of the draft is changed to another one, and each full name that both articles write gets one
letter wrong. The changed claim should be `conflict` (or `sources-disagree`), and must not be `supported`.
"""
import argparse, collections, json, pathlib, re, subprocess, sys, tempfile

from edits import MONTH, WEEK, YEAR, another_date, another_letter, another_number, edited, plain

TITLES = {"Commissioner", "Councilman", "Department", "Detective", "Inspector", "Lieutenant", "Minister", "Ministry", "Officer",
          "Official", "Parliament", "President", "Professor", "Secretary", "Sergeant", "Spokesman", "Killed"}
VALUES = {"age", "count", "date", "duration", "measure", "money", "percent", "rank", "score", "time"}
FIGURES = {"age", "count", "date", "duration", "measure", "money", "percent", "score"}


def changed_figures(a, b, gold):
    """Each marked figure that can be changed: its kind, the new draft and where the change stands."""
    for mark in gold["agreements"]:
        dated = mark["rule"] == "duration" and any(MONTH.search(m["quote"]) or re.search(r"\d[:\d]{3}", m["quote"]) for m in mark["b"])
        if mark["rule"] not in FIGURES or dated:
            continue
        if not all(plain(text, m) for text, side in ((a, "a"), (b, "b")) for m in mark[side]):
            continue
        edits = []
        for m in mark["b"]:
            old = b[m["start"]:m["end"]].decode()
            new = another_date(old) if mark["rule"] == "date" else another_number(old)
            if mark["rule"] == "score" and not re.search(r"\d", old):
                new = None
            edits.append((m["start"], m["end"], new))
        disjoint = all(x[1] <= y[0] for x, y in zip(sorted(edits, key=lambda e: e[:2]), sorted(edits, key=lambda e: e[:2])[1:]))
        if disjoint and all(new and new.encode() != b[s:e] for s, e, new in edits):
            yield mark["rule"], *edited(b, edits), edits, [(m["start"], m["end"]) for m in mark["a"]]


def changed_names(a, b):
    """Full names that both articles write, with one letter of the last word changed wherever the draft writes it."""
    a, b = a.decode(), b.decode()
    seen = set()
    for full in re.finditer(r"\b(?:[A-Z][a-z]+ ){1,2}([A-Z][a-z]{5,})\b", b):
        last = full.group(1)
        new = another_letter(last)
        ordinary = re.search(r"\b" + last.lower() + r"\b", a + b)
        if last in seen or full.group() not in a or not new or new in a + b or ordinary or len(seen) >= 3:
            continue
        if last in TITLES or last in YEAR or last in WEEK or last.endswith(("ians", "ish", "ese", "ans", "ian", "ans", "eli")):
            continue
        seen.add(last)
        edits = [(len(b[:m.start()].encode()), len(b[:m.end()].encode()), new) for m in re.finditer(rf"\b{last}\b", b)]
        yield "name", *edited(b.encode(), edits), edits, []


def claims(bin, draft, source):
    run = subprocess.run([bin, "verify", str(draft), "--source", str(source), "--no-config", "--format", "json"],
                         capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"exit {run.returncode}: {run.stderr.strip()[:300]}")
    return json.loads(run.stdout)["claims"]


def touching_source(nearest, spans):
    """Whether the place that may be meant is the one that the marks name."""
    return nearest is not None and bool(touching([nearest], spans))


def touching(all, spans):
    return [c for c in all if any(c["start"] < end and start < c["end"] for start, end in spans)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("dir")
    parser.add_argument("--show", choices=["unsupported", "missed", "supported", "false"])
    parser.add_argument("--min-supported", type=float, default=0.0, help="the least share of the agreements on figures that is supported")
    parser.add_argument("--min-conflict", type=float, default=0.0, help="the least share of the planted changes that is a conflict")
    args = parser.parse_args()
    agreed, planted = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / "draft.txt"
        for pair in sorted(p for p in pathlib.Path(args.dir).iterdir() if (p / "gold.json").exists()):
            a, b = ((pair / name).read_bytes() for name in ("a.txt", "b.txt"))
            gold = json.loads((pair / "gold.json").read_text(encoding="utf-8"))
            draft.write_bytes(b)
            all = claims(args.bin, draft, pair / "a.txt")
            marks = [(m["start"], m["end"]) for f in gold["findings"] for m in f["b"]]
            for claim in all:
                if claim["status"] in ("conflict", "sources-disagree"):
                    told = bool(touching([claim], marks))
                    agreed["conflicts"]["told"] += 1
                    agreed["conflicts"]["marked"] += told
                    if args.show == "false" and not told:
                        print(pair.name, claim["kind"], claim["text"], [s["text"] for s in claim["sources"]])
            for mark in gold["agreements"]:
                own = touching(all, [(m["start"], m["end"]) for m in mark["b"]])
                found = any(c["status"] in ("supported", "less-precise") for c in own)
                for row in (mark["rule"], "all", *(["figures"] if mark["rule"] in VALUES else [])):
                    agreed[row]["marked"] += 1
                    agreed[row]["supported"] += found
                if args.show == "unsupported" and not found:
                    print(pair.name, mark["rule"], mark["b"][0]["quote"], "|", mark["a"][0]["quote"],
                          [(c["text"], c["status"]) for c in own])
            for rule, text, spans, edits, places in [*changed_figures(a, b, gold), *changed_names(a, b)]:
                draft.write_bytes(text)
                own = touching(claims(args.bin, draft, pair / "a.txt"), spans)
                found = any(c["status"] in ("conflict", "sources-disagree") for c in own)
                # A name is one claim however often it is written; what it is a part of may be another.
                wrong = not found and any(c["status"] == "supported" for c in own)
                hinted = not found and any(touching_source(c.get("nearest"), places) for c in own)
                for row in (rule, "all"):
                    planted[row]["planted"] += 1
                    planted[row]["conflict"] += found
                    planted[row]["supported"] += wrong
                    planted[row]["hinted"] += hinted
                old = b[edits[0][0]:edits[0][1]].decode()
                told = (pair.name, rule, old, "->", edits[0][2],
                        [(c["text"], c["status"], c.get("nearest", {}).get("text")) for c in own])
                if args.show == "missed" and not found or args.show == "supported" and wrong:
                    print(*told)
    told = agreed.pop("conflicts", collections.Counter())
    print(f"unchanged  {told['told']} conflicts told, {told['marked']} of them marked as disagreements")
    for rule, n in sorted(agreed.items(), key=lambda x: (x[0] == "all", x[0])):
        print(f"agreements {rule:12} {n['supported']:4} of {n['marked']:4} supported {n['supported'] / n['marked']:.3f}")
    for rule, n in sorted(planted.items(), key=lambda x: (x[0] == "all", x[0])):
        print(f"planted    {rule:12} {n['conflict']:4} of {n['planted']:4} conflict {n['conflict'] / n['planted']:.3f}, "
              f"supported {n['supported']}, else the right place named {n['hinted']}")
    figures, changed = agreed["figures"], planted["all"]
    failed = [f"{name} {n / of:.3f} is below {least}" for name, n, of, least in [
        ("supported agreements", figures["supported"], figures["marked"], args.min_supported),
        ("planted conflicts", changed["conflict"], changed["planted"], args.min_conflict)] if n < least * of]
    if changed["supported"]:
        failed.append(f"{changed['supported']} planted changes are supported")
    sys.exit("; ".join(failed) or None)


main()
