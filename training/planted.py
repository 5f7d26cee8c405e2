#!/usr/bin/env python3
"""Measure what is found of disagreements planted in the marked stories.

usage: planted.py BIN [STORY...] [--show missed | extra] [--kind KIND] [--min-recall R] [--max-extra X]

Each marked answer of the second article that agrees with the first one is changed, one at a time, to one that cannot agree, and
the findings must then show the changed answer against the first article's. `extra` are findings of two articles that were not
there before and do not show it. The kind is that of the mention that stands in the mark; what is hedged, a range or in brackets
is left, as a change of it need not contradict.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

import stories
from edits import another_date, another_number, edited, plain
from measure import FOLDER, held_out, question, report

KINDS = ["age", "count", "date", "duration", "measure", "money", "percent", "score"]


def kinds(program, file):
    """The byte ranges of the figures and dates of an article, with their kind."""
    run = subprocess.run([program, "extract", str(file), "--format", "jsonl"], capture_output=True, text=True, check=True)
    mentions = map(json.loads, run.stdout.splitlines())
    return [(m["start"], m["end"], m["kind"]) for m in mentions if m["kind"] in KINDS]


def changes(text, marks, disagree, mentions):
    """Each answer that can be changed: question, kind, the new article and its marks of that question."""
    for q in sorted(set(marks[0]) & set(marks[1]) - disagree):
        sides = [(text[i], {"start": s, "end": e}) for i in (0, 1) for s, e in marks[i][q]]
        if not all(plain(t, mark) for t, mark in sides):
            continue
        found = {kind for start, end in marks[1][q] for s, e, kind in mentions if s < end and start < e}
        if len(found) != 1:
            continue
        kind = found.pop()
        new = [(s, e, (another_date if kind == "date" else another_number)(text[1][s:e].decode())) for s, e in marks[1][q]]
        if all(written and written.encode() != text[1][s:e] for s, e, written in new):
            yield q, kind, *edited(text[1], new), new


def main():
    p = argparse.ArgumentParser()
    p.add_argument("bin")
    p.add_argument("story", nargs="*", type=pathlib.Path)
    p.add_argument("--show", choices=["missed", "extra"])
    p.add_argument("--kind", choices=KINDS)
    p.add_argument("--min-recall", type=float, default=0.0)
    p.add_argument("--max-extra", type=float, default=1.0)
    a = p.parse_args()
    rows = collections.defaultdict(collections.Counter)
    for path in a.story or sorted(FOLDER.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            files, marks, disagree = stories.unpack(path, pathlib.Path(folder))
            if len(files) != 2:
                continue
            text = [f.read_bytes() for f in files]
            before = {f["fingerprint"] for f in report(a.bin, files)["findings"]}
            for q, kind, changed, spans, new in changes(text, marks, disagree, kinds(a.bin, files[1])):
                if a.kind not in (None, kind):
                    continue
                files[1].write_bytes(changed)
                findings = report(a.bin, files)["findings"]
                shown = [{q: marks[0][q]}, {q: spans}]
                right = [f for f in findings if question(f, shown, [0, 1])]
                extra = [f for f in findings if f["fingerprint"] not in before and f not in right]
                extra = [f for f in extra if len({m["document"] for g in f["groups"] for m in g["mentions"]}) > 1]
                for row in (kind, "all", *(["held out"] if held_out(path) else [])):
                    rows[row].update(planted=1, found=bool(right), extra=len(extra))
                old = text[1][new[0][0] : new[0][1]].decode()
                if a.show == "missed" and not right:
                    print(f"{path.stem}: {q}: {kind} {old} -> {new[0][2]}")
                if a.show == "extra":
                    for finding in extra:
                        print(f"{path.stem}: {q}: {kind} {old} -> {new[0][2]}: {finding['confidence']} {finding['message']}")
    for row, n in sorted(rows.items(), key=lambda x: (x[0] in ("all", "held out"), x[0])):
        print(f"{row:9} planted {n['planted']:4}, found {n['found']:4}: recall {n['found'] / n['planted']:.3f}, extra {n['extra'] / n['planted']:.3f}")
    n = rows["all"]
    if n["found"] < a.min_recall * n["planted"] or n["extra"] > a.max_extra * n["planted"]:
        sys.exit("below what was asked for")


if __name__ == "__main__":
    main()
