#!/usr/bin/env python3
"""Fits weights.tsv: how much each feature of two names says about whether they are one.

usage: fit.py PAIRS.tsv [--bin PATH]        (from the project's root; Python 3, no packages; a few seconds)

PAIRS.tsv has the columns id, name_a, name_b, label (same or different), kind (person, org, place) and source. To the
labelled pairs come all pairs of names from news that are not linked by "same": what is marked by hand are the near
misses, but the program meets mostly strangers, of whom a few look alike by chance. The program prints
the features of each pair (`crosscheck names --features`); a logistic regression with an L2 penalty is fitted for each
kind by Newton's method. Each source weighs in the square root of its size, so that one big list does not
decide for all. AGAINST keeps signs that must not turn: whatever a list of pairs says, a part that differs never
speaks for one entity. Pairs that a rule decides carry no features and are left out.
"""
import argparse
import collections
import csv
import itertools
import json
import math
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
KINDS = {"person": "person", "org": "organization", "place": "place"}
PENALTY = 0.5
# Where names come from articles; all their pairs are strangers unless linked.
NEWS = ("hand", "ECB+", "MEANTIME", "congress-legislators")
# Strangers that contradict one another plainly teach nothing.
HARD_NEARNESS = 0.65
# However many there are, they weigh as this part of the labelled pairs together.
STRANGERS_SHARE = 0.02
# What each feature counts; written beside its weight.
MEANING = {
    "all-equal": "every word of the one stands in the other",
    "bias": "before anything is seen",
    "contradicted-across": "the one's own word stands against the other's common word",
    "contradicted-beside-equal": "equal words, where others contradict",
    "contradicted-country": "two countries",
    "contradicted-first-letter": "the contradicting words begin differently",
    "contradicted-generic": "two common words, as Bank and Trust",
    "contradicted-initials": "initials that contradict an initial or a word",
    "contradicted-nearness": "how near the nearest contradicting words are",
    "contradicted-words": "words left over on both sides",
    "edited-first-letter": "the slip is in the first letter",
    "edited-words": "words that differ by a slip",
    "equal-words": "equal words, at most three",
    "first-word-left-out": "the first word is left out",
    "generic-equal": "equal common words, as Company, at most three",
    "initials": "initials that stand for a word",
    "left-out-country": "a country is left out, as in U.S. Federal Reserve",
    "left-out-generic": "common words left out",
    "left-out-words": "words left out on one side",
    "legal-form-differs": "two legal forms, as AG and GmbH",
    "legal-form-left-out": "one side has a legal form, title or article",
    "nicknames": "words that are nicknames of one another",
    "nothing-equal": "no word is equal",
    "nothing-own": "only common words are shared",
    "number-contradicted": "two numbers",
    "number-differs": "a number on one side at least",
    "one-known": "the gazetteer holds one of the two",
    "other-order": "the words stand in another order",
    "second-edits": "more than one slip in a word",
    "single-word": "one name is a single word",
    "single-word-not-last": "a single word that is not the family name of the other",
    "transliterated-words": "words written in another romanisation",
    "transliteration-cost": "how far these differ, in letters",
}
# Features that may only speak against: see above.
# What each feature counts; written beside its weight.
MEANING = {
    "all-equal": "every word of the one stands in the other",
    "bias": "before anything is seen",
    "contradicted-across": "the one's own word stands against the other's common word",
    "contradicted-beside-equal": "equal words, where others contradict",
    "contradicted-country": "two countries",
    "contradicted-first-letter": "the contradicting words begin differently",
    "contradicted-generic": "two common words, as Bank and Trust",
    "contradicted-initials": "initials that contradict an initial or a word",
    "contradicted-nearness": "how near the nearest contradicting words are",
    "contradicted-words": "words left over on both sides",
    "edited-first-letter": "the slip is in the first letter",
    "edited-words": "words that differ by a slip",
    "equal-words": "equal words, at most three",
    "first-word-left-out": "the first word is left out",
    "generic-equal": "equal common words, as Company, at most three",
    "initials": "initials that stand for a word",
    "left-out-country": "a country is left out, as in U.S. Federal Reserve",
    "left-out-generic": "common words left out",
    "left-out-words": "words left out on one side",
    "legal-form-differs": "two legal forms, as AG and GmbH",
    "legal-form-left-out": "one side has a legal form, title or article",
    "nicknames": "words that are nicknames of one another",
    "nothing-equal": "no word is equal",
    "nothing-own": "only common words are shared",
    "number-contradicted": "two numbers",
    "number-differs": "a number on one side at least",
    "one-known": "the gazetteer holds one of the two",
    "other-order": "the words stand in another order",
    "second-edits": "more than one slip in a word",
    "single-word": "one name is a single word",
    "single-word-not-last": "a single word that is not the family name of the other",
    "transliterated-words": "words written in another romanisation",
    "transliteration-cost": "how far these differ, in letters",
}
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


def features_of(program, pairs):
    """What the program weighs in each pair of (id, name, name, kind)."""
    feed = "".join(json.dumps({"id": i, "a": a, "b": b, "kind": KINDS[k]}) + "\n" for i, a, b, k in pairs)
    run = subprocess.run([program, "names", "--features", "--input-format", "jsonl", "-"], input=feed, capture_output=True, text=True, check=True)
    return {m["id"]: m["features"] for m in map(json.loads, run.stdout.splitlines())}


def strangers_of(program, pairs):
    """The features of pairs of names that are not linked, where something in them looks alike."""
    link = {}

    def root(x):
        while link.setdefault(x, x) != x:
            x = link[x]
        return x

    for r in pairs:
        if r["label"] == "same":
            link[root((r["kind"], r["name_a"]))] = root((r["kind"], r["name_b"]))
    labelled = {(r["kind"], *sorted((r["name_a"], r["name_b"]))) for r in pairs}
    found = []
    for kind in KINDS:
        names = sorted({r[n] for r in pairs if r["kind"] == kind and r["source"] in NEWS for n in ("name_a", "name_b")})
        # A name of one word may be anybody's short form.
        names = [n for n in names if kind != "person" or " " in n]
        apart = [(a, b) for a, b in itertools.combinations(names, 2) if root((kind, a)) != root((kind, b)) and (kind, a, b) not in labelled]
        features = features_of(program, [(i, a, b, kind) for i, (a, b) in enumerate(apart)])
        hard = [x for x in features.values() if x and (x.get("contradicted-nearness", 0) > HARD_NEARNESS or not any(f.startswith("contradicted") for f in x))]
        print(f"{kind}: {len(apart)} pairs of strangers, {len(hard)} hard ones")
        found += [(kind, x) for x in hard]
    return found


def main():
    p = argparse.ArgumentParser()
    p.add_argument("pairs")
    p.add_argument("--bin", default="target/release/crosscheck")
    a = p.parse_args()
    pairs = list(csv.DictReader(open(a.pairs, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    features = features_of(a.bin, [(r["id"], r["name_a"], r["name_b"], r["kind"]) for r in pairs])
    strangers = strangers_of(a.bin, pairs)
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
        of_kind = [x for k, x in strangers if k == short]
        weight = STRANGERS_SHARE * sum(w for _, _, w in rows) / max(100, len(of_kind))
        rows += [([(0, 1.0)] + [(at[f], v) for f, v in x.items() if f in at], False, weight) for x in of_kind]
        weights = fit(names, rows, AGAINST[kind].split())
        right = sum((sum(weights[i] * v for i, v in x) > 0) == y for x, y, _ in rows)
        print(f"{kind}: {len(rows)} pairs, {right / len(rows):.3f} right")
        lines += [f"{kind}\t{n}\t{x:.2f}\t{MEANING.get(n, '')}" for n, x in zip(names, weights)]
    header = [line for line in open(HERE / "weights.tsv", encoding="utf-8") if line.startswith("#")]
    (HERE / "weights.tsv").write_text("".join(header) + "kind\tfeature\tweight\tmeaning\n" + "".join(l + "\n" for l in sorted(lines)), encoding="utf-8")


main()
