#!/usr/bin/env python3
"""Fit the weights of src/align/weights.rs on marked articles.

usage: fit.py BIN [--pairs DIR] [--strangers TSV] [--rust] [--ablate] [--calibrate]        (needs numpy)

Two claims answer the same question when both lie in marks of one question; every other two of one kind that the program
compares (`diff --show candidates`) answer different ones, as the marks are complete. The material, and how much it counts:
  stories/   the marked stories beside this script, but for those held out
  corpus/    the project's stories: denser with like figures than most articles, and their agreements are not marked, so only
             claims whose values are disjoint teach
  DIR        marked pairs of real articles, a folder each with a.txt, b.txt and gold.json {"findings", "agreements"}, each a list
             of {"a": [{"start", "end"}], "b": [...]} with byte spans
  TSV        columns a and b: pairs of articles on different events, of which no two claims answer the same question
No feature sees the values, so agreements teach as much as disagreements.

Logistic regression with an L2 penalty, by Newton's method. All figures are by cross-validation over stories: a story is scored
by weights that were fitted without it. Printed: AUC over all candidates and over those with different values, precision at
several recalls, the weight of each feature; --ablate: the AUC with each feature left out; --calibrate: how often claims that
are this likely to answer one question do; --rust: the table for weights.rs.
"""
import argparse, itertools, json, pathlib, subprocess, sys, tempfile, tomllib

import numpy as np

import stories
from measure import held_out

HERE = pathlib.Path(__file__).parent
PENALTY = 1.0
FOLDS = 20
# Real articles count in full. Of .15, .25, .35, .5 and 1 for the stories, and .07, .15, .25 and .5 for the corpus, these give the
# fewest false findings for each true one lost over all of them.
SHARE = {"pairs": 1.0, "strangers": 1.0, "stories": 0.35, "corpus": 0.15}
# Claims of different values are those that are printed, so what they have in common counts more than what equal ones have. An
# agreement of real articles is a disagreement once a writer slips, and counts as one.
DIFFERENT = 2.0
AGREED = 2.0
# What is known beside the material: a record of wins and losses belongs to one bearer. It holds few records.
PRIOR = {"record_owner_same": 3.0}


def overlap(spans, marks):
    return any(s < e2 and s2 < e for s, e in spans for s2, e2 in marks)


def candidates(program, a, b, questions):
    """(features, same question, candidate) of every two claims; `questions` are pairs of lists of spans."""
    run = subprocess.run([program, "diff", str(a), str(b), "--show", "candidates"], capture_output=True, text=True, check=True)
    found = map(json.loads, run.stdout.splitlines())
    return [([v for _, v in c["features"]], any(overlap(c["a"], x) and overlap(c["b"], y) for x, y in questions), c) for c in found]


def real_pairs(program, root):
    for folder in sorted(d for d in root.iterdir() if (d / "gold.json").exists()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        marks = [g for g in gold["findings"] + gold["agreements"] if not (g.get("hard") and g.get("optional"))]
        spans = lambda side: [(m["start"], m["end"]) for m in side]
        yield candidates(program, folder / "a.txt", folder / "b.txt", [(spans(g["a"]), spans(g["b"])) for g in marks])


def strangers(program, table):
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        yield candidates(program, *(table.parent / name for name in line.split("\t")), [])


def marked_stories(program, kept):
    for path in sorted(p for p in (HERE / "stories").glob("*.txt") if kept(p)):
        with tempfile.TemporaryDirectory() as folder:
            files, marks, _ = stories.unpack(path, pathlib.Path(folder))
            yield candidates(program, *files, [(spans, marks[1].get(q, [])) for q, spans in marks[0].items()])


def corpus(program, root):
    for path in sorted(root.glob("*.toml")):
        files = sorted(path.with_suffix("").iterdir())
        text = {f.name: f.read_bytes() for f in files}
        findings = [f["values"] for f in tomllib.loads(path.read_text(encoding="utf-8")).get("finding", [])]
        rows = []
        for a, b in itertools.combinations(files, 2):
            side = lambda values, file: [place(text[file.name], v) for v in values if v["file"] == file.name]
            found = candidates(program, a, b, [(side(values, a), side(values, b)) for values in findings])
            rows += [r for r in found if r[1] or r[2]["relation"] == "disjoint"]
        yield rows


def place(text, value):
    """Where a value of an expectation stands: the text that it quotes, inside the words beside it."""
    inside = value.get("near", "").find(value["text"])
    start = text.index(value["near"].encode()) if inside >= 0 else 0
    start = text.index(value["text"].encode(), start)
    return start, start + len(value["text"].encode())


def fit(x, y, share, prior=0.0):
    """The weights, the bias first; each row counts as much as its share, and `prior` is what the weights are drawn to."""
    x = np.hstack([np.ones((len(x), 1)), x])
    prior = np.hstack([[0.0], np.broadcast_to(prior, x.shape[1] - 1)])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ ((p - y) * share) + penalty * (w - prior)
        hessian = (x * (p * (1 - p) * share)[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-5:
            break
    return w


def probability(w, x):
    return 1 / (1 + np.exp(-np.clip(w[0] + x @ w[1:], -30, 30)))


def held_out_scores(x, y, share, story, prior=0.0):
    """Scores of every row by weights fitted on other stories."""
    p = np.zeros(len(y))
    for fold in range(FOLDS):
        test = story % FOLDS == fold
        p[test] = probability(fit(x[~test], y[~test], share[~test], prior), x[test])
    return p


def auc(p, y):
    """Area under the ROC curve by ranks, ties shared."""
    if not 0 < y.sum() < len(y):
        return float("nan")
    values, inverse, count = np.unique(p, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[inverse]
    n = y.sum()
    return (rank[y].sum() - n * (n + 1) / 2) / (n * (len(y) - n))


def precision_at(p, y, recalls):
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(y[order])
    at = [int(np.searchsorted(right, r * y.sum())) for r in recalls]
    return [right[k] / (k + 1) for k in at]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--strangers", type=pathlib.Path)
    for flag in ("--rust", "--ablate", "--calibrate"):
        parser.add_argument(flag, action="store_true")
    a = parser.parse_args()
    material = {
        "pairs": real_pairs(a.bin, a.pairs) if a.pairs else [],
        "strangers": strangers(a.bin, a.strangers) if a.strangers else [],
        "stories": marked_stories(a.bin, lambda p: not held_out(p)),
        "corpus": corpus(a.bin, HERE.parent / "corpus"),
    }
    rows = [(kind, number, r) for kind, groups in material.items() for number, group in enumerate(groups) for r in group]
    x = np.array([r[0] for _, _, r in rows])
    y = np.array([r[1] for _, _, r in rows])
    kind = np.array([k for k, _, _ in rows])
    story = np.array([n for _, n, _ in rows])
    share = np.array([SHARE[k] for k, _, _ in rows])
    differ = np.array([r[2]["relation"] == "disjoint" for _, _, r in rows])
    sort = np.array([r[2]["kind"] for _, _, r in rows])
    names = [n for n, _ in rows[0][2][2]["features"]]
    share *= np.where(differ, DIFFERENT, np.where(y & (kind == "pairs"), AGREED, 1.0))
    prior = np.array([PRIOR.get(n, 0.0) for n in names])

    p = held_out_scores(x, y, share, story, prior)
    parts = {"real articles": np.isin(kind, ["pairs", "strangers"]), "stories": kind == "stories"}
    for part, mask in parts.items():
        if mask.any():
            both = mask & differ
            print(f"{part}: {mask.sum()} candidates, {y[mask].sum()} answer one question; AUC {auc(p[mask], y[mask]):.3f}; of different values {auc(p[both], y[both]):.3f}")
            recalls = (0.1, 0.3, 0.5, 0.7)
            print("  precision of different values at recall", ", ".join(f"{r}: {v:.2f}" for r, v in zip(recalls, precision_at(p[both], y[both], recalls))))
            print("  by kind:", "; ".join(f"{k} {auc(p[mask & (sort == k)], y[mask & (sort == k)]):.3f}" for k in sorted(set(sort[mask]))))
    if a.calibrate:
        print("| likelihood | claims | answer one question |\n|---|---|---|")
        for low in np.arange(0, 1, 0.1):
            here = (p >= low) & (p < low + 0.1) & (kind != "corpus")
            print(f"| {low:.1f} to {low + 0.1:.1f} | {here.sum()} | {y[here].mean():.2f} |")
    w = fit(x, y, share, prior)
    for i, name in enumerate(["bias"] + names):
        without = ""
        if a.ablate and i:
            q = held_out_scores(np.delete(x, i - 1, axis=1), y, share, story, np.delete(prior, i - 1))
            without = "  without it " + ", ".join(f"{auc(q[m], y[m]):.3f} ({part})" for part, m in parts.items() if m.any())
        print(f"  {name:16} {w[i]:+.2f}{without}")
    if a.rust:
        print(f"const BIAS: f64 = {w[0]:.2f};")
        print("\n".join(f'    ("{name}", {v:.2f}),' for name, v in zip(names, w[1:])))


if __name__ == "__main__":
    main()
