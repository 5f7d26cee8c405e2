#!/usr/bin/env python3
"""Fits weights.tsv: how much each feature of two names says about whether they are one.

usage: fit.py PAIRS.tsv [--bin PATH]        (from the project's root; Python 3, no packages; a few seconds)

PAIRS.tsv has the columns id, name_a, name_b, label (same or different), kind (person, org, place) and source. The program prints
the features of each pair (`crosscheck names --features`); a logistic regression with an L2 penalty is fitted for each
kind by Newton's method. Each source weighs in the square root of its size, so that one big list does not
decide for all. AGAINST keeps signs that must not turn: whatever a list of pairs says, a part that differs never
speaks for one entity. Pairs that a rule decides carry no features and are left out.
"""
import argparse
import collections
import csv
import json
import math
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
KINDS = {"person": "person", "org": "organization", "place": "place"}
PENALTY = 0.5
# Features that may only speak against: see above.
# Features that may only speak against: see above. What is free for one kind may not be for another: a slip beside nothing
# is doubt about a person, and beside the words "General Motors" hardly any.
AGAINST = {
    "person": "contradicted-words contradicted-beside-equal contradicted-initials nothing-equal single-word-changed edited-words left-out-words nicknames edited-first-letter second-edits",
    "organization": "contradicted-words number-contradicted contradicted-generic contradicted-across contradicted-country legal-form-differs left-out-words left-out-generic nothing-equal",
    "place": "contradicted-words contradicted-first-letter left-out-words both-known",
}


def solve(matrix, vector):
    """Gauss elimination with pivoting."""
    n = len(vector)
    rows = [row[:] + [vector[i]] for i, row in enumerate(matrix)]
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(rows[r][c]))
        rows[c], rows[p] = rows[p], rows[c]
        for r in range(n):
            if r != c and rows[r][c]:
                k = rows[r][c] / rows[c][c]
                rows[r] = [x - k * y for x, y in zip(rows[r], rows[c])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def fit(names, rows, against):
    """Weights by Newton's method; rows are (features, label, weight)."""
    w = [0.0] * len(names)
    free = set(range(len(names)))
    for _ in range(40):
        gradient = [-(0 if n == "bias" else PENALTY) * x for n, x in zip(names, w)]
        hessian = [[PENALTY + 1e-9 if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for x, y, weight in rows:
            p = 1 / (1 + math.exp(-max(-30, min(30, sum(w[i] * v for i, v in x)))))
            for i, v in x:
                gradient[i] += weight * (y - p) * v
                for j, u in x:
                    hessian[i][j] += weight * p * (1 - p) * v * u
        step = solve(hessian, gradient)
        w = [a + max(-2, min(2, b)) for a, b in zip(w, step)]
        for i, n in enumerate(names):
            if n in against:
                w[i] = min(w[i], 0.0)
        if max(map(abs, step)) < 1e-6:
            break
    return w


def main():
    p = argparse.ArgumentParser()
    p.add_argument("pairs")
    p.add_argument("--bin", default="target/release/crosscheck")
    a = p.parse_args()
    pairs = list(csv.DictReader(open(a.pairs, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    feed = "".join(json.dumps({"id": r["id"], "a": r["name_a"], "b": r["name_b"], "kind": KINDS[r["kind"]]}) + "\n" for r in pairs)
    run = subprocess.run([a.bin, "names", "--features", "--input-format", "jsonl", "--format", "jsonl", "-"], input=feed, capture_output=True, text=True, check=True)
    features = {m["id"]: m["features"] for m in map(json.loads, run.stdout.splitlines())}
    lines = []
    for short, kind in KINDS.items():
        of_kind = [r for r in pairs if r["kind"] == short and features[r["id"]]]
        names = ["bias"] + sorted({f for r in of_kind for f in features[r["id"]]})
        at = {n: i for i, n in enumerate(names)}
        size = collections.Counter(r["source"] for r in of_kind)
        rows = []
        for r in of_kind:
            x = [(0, 1.0)] + [(at[f], v) for f, v in features[r["id"]].items()]
            rows.append((x, r["label"] == "same", math.sqrt(100 / size[r["source"]])))
        weights = fit(names, rows, AGAINST[kind].split())
        right = sum((sum(weights[i] * v for i, v in x) > 0) == y for x, y, _ in rows)
        print(f"{kind}: {len(rows)} pairs, {right / len(rows):.3f} right")
        lines += [f"{kind}\t{n}\t{x:.2f}" for n, x in zip(names, weights)]
    header = [line for line in open(HERE / "weights.tsv", encoding="utf-8") if line.startswith("#")]
    (HERE / "weights.tsv").write_text("".join(header) + "kind\tfeature\tweight\n" + "".join(l + "\n" for l in sorted(lines)), encoding="utf-8")


main()
