#!/usr/bin/env python3
"""Measure findings on the marked stories.

usage: measure.py BIN [STORY...] [--show missed | false] [--min-precision P] [--min-recall R]

A finding of figures, dates, ages or scores is right when mentions of two of its values lie in the marks of one question of
which the two articles disagree (`!`), one in each; a question is found when a finding is right about it. Without STORY all are
measured, and those of the fifth that no weights are fitted on (`held out`) apart.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

import stories

FOLDER = pathlib.Path(__file__).parent / "stories"


def held_out(path):
    """Whether no weight is fitted on this story: every fifth by its number."""
    return int(path.name.split("-")[1]) % 5 == 0


def report(program, files):
    run = subprocess.run([program, "diff", *map(str, files), "--format", "json"], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{program} fails: {run.stderr}")
    return json.loads(run.stdout)


def question(finding, marks, order):
    """The questions that two values of a finding answer in two documents, by the marks."""
    found = []
    for group in finding["groups"]:
        here = {}
        for m in group["mentions"]:
            for q, spans in marks[order[m["document"]]].items():
                if any(s < m["end"] and m["start"] < e for s, e in spans):
                    here.setdefault(q, set()).add(m["document"])
        found.append(here)
    return {q for i, x in enumerate(found) for y in found[i + 1 :] for q in x if q in y and len(x[q] | y[q]) > 1}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("bin")
    p.add_argument("story", nargs="*", type=pathlib.Path)
    p.add_argument("--show", choices=["missed", "false"])
    p.add_argument("--min-precision", type=float, default=0.0)
    p.add_argument("--min-recall", type=float, default=0.0)
    a = p.parse_args()
    rows = collections.defaultdict(collections.Counter)
    for path in a.story or sorted(FOLDER.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            files, marks, disagree = stories.unpack(path, pathlib.Path(folder))
            out = report(a.bin, files)
            text = [f.read_bytes() for f in files]
        order = [next(i for i, f in enumerate(files) if f.name == pathlib.Path(d["path"]).name) for d in out["documents"]]
        found = set()
        sets = ["all", "held out"] if held_out(path) else ["all"]
        for finding in out["findings"]:
            if finding["rule"] in ("name-spelling", "quote-mismatch"):
                continue
            answers = question(finding, marks, order)
            right = bool(answers & disagree)
            found |= answers & disagree
            for s in sets:
                rows[s]["right" if right else "false"] += 1
            if not right and a.show == "false":
                print(f"{path.stem}: {finding['confidence']} {finding['message']} {sorted(answers) or ''}")
                for group in finding["groups"]:
                    for m in group["mentions"][:2]:
                        s = m["sentence"]
                        print(f"    {files[order[m['document']]].stem}: " + " ".join(text[order[m["document"]]][s["start"] : s["end"]].decode().split()))
        for s in sets:
            rows[s]["found"] += len(found)
            rows[s]["disagree"] += len(disagree)
        if a.show == "missed":
            for q in sorted(disagree - found):
                print(f"{path.stem}: {q}")
                for i, t in enumerate(text):
                    for start, end in marks[i].get(q, []):
                        print(f"    {files[i].stem}: " + " ".join((t[max(0, start - 110) : start] + b" [" + t[start:end] + b"] " + t[end : end + 80]).decode(errors="ignore").split()))
    for name, n in rows.items():
        printed = n["right"] + n["false"]
        print(f"{name:9} findings {printed:4}, right {n['right']:4}: precision {n['right'] / max(1, printed):.3f}; disagreements {n['disagree']:4}: recall {n['found'] / max(1, n['disagree']):.3f}")
    n = rows["all"]
    if n["right"] < a.min_precision * (n["right"] + n["false"]) or n["found"] < a.min_recall * n["disagree"]:
        sys.exit("below what was asked for")


if __name__ == "__main__":
    main()
