#!/usr/bin/env python3
"""Fit the weights of src/align/weights.rs on marked pairs of articles.

usage: fit.py BIN PAIRS_DIR [STRANGERS_TSV] [CORPUS_DIR] [--rust] [--ablate]

PAIRS_DIR holds a folder a pair with a.txt, b.txt and gold.json: {"findings", "agreements", "traps"}, each a list of
{"rule", "a": [{"start", "end"}], "b": [...]} with byte spans. The program prints every two claims of one kind with their
features (`diff --show candidates`); two claims answer the same question when both lie in one marked finding or agreement,
and different questions otherwise: the marks are complete. STRANGERS_TSV names pairs of articles on different events, columns a and b: none of
their claims answer the same question. CORPUS_DIR is the project's own corpus/: its stories are denser with like figures than most articles, and
their agreements are not marked, so only claims whose values are disjoint teach, each with a small share (CORPUS_SHARE). No feature sees the values, so agreements teach as much as
disagreements.

Logistic regression with an L2 penalty, by Newton's method in plain Python; figures are by leave-one-pair-out. Printed:
AUC over all candidates, precision at several recalls, the weight of each feature, and the AUC with each feature left out.
--rust prints the table for weights.rs.
"""
import itertools, json, math, pathlib, subprocess, sys, tomllib

PENALTY = 1.0
# Of .07, .15, .25 and .5 this gives the fewest false findings for each true one lost, over the pairs and the corpus together.
CORPUS_SHARE = 0.15


def overlaps(spans, marks):
    return any(s < m["end"] and m["start"] < e for s, e in spans for m in marks)


def load(program, folder):
    """[(features, label, text)] of one pair of articles, and the features' names."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return candidates(program, folder / "a.txt", folder / "b.txt", gold)


def candidates(program, a, b, gold):
    run = subprocess.run([program, "diff", str(a), str(b), "--show", "candidates"], capture_output=True, text=True, check=True)
    rows, names = [], []
    for line in run.stdout.splitlines():
        c = json.loads(line)
        names = [n for n, _ in c["features"]]
        same = any(overlaps(c["a"], g["a"]) and overlaps(c["b"], g["b"]) for g in gold["findings"] + gold["agreements"] if not (g.get("hard") and g.get("optional")))
        rows.append(([1.0] + [v for _, v in c["features"]], same, c))
    return rows, names


def stories(program, corpus):
    """The candidates of each story of the corpus whose values are disjoint or which are marked."""
    for marks in sorted(corpus.glob("*.toml")):
        files = sorted(marks.with_suffix("").iterdir())
        text = {f.name: f.read_bytes() for f in files}
        findings = [f["values"] for f in tomllib.loads(marks.read_text(encoding="utf-8")).get("finding", [])]
        rows = []
        for a, b in itertools.combinations(files, 2):
            side = lambda values, file: [place(text[file.name], v) for v in values if v["file"] == file.name]
            gold = [{"a": side(values, a), "b": side(values, b)} for values in findings]
            found, _ = candidates(program, a, b, {"findings": gold, "agreements": []})
            rows += [r for r in found if r[1] or r[2]["relation"] == "disjoint"]
        yield rows


def place(text, value):
    """Where a value of an expectation stands: the text that it quotes, inside the words beside it."""
    inside = value.get("near", "").find(value["text"])
    start = text.index(value["near"].encode()) if inside >= 0 else 0
    start = text.index(value["text"].encode(), start)
    return {"start": start, "end": start + len(value["text"].encode())}


def solve(matrix, vector):
    n = len(vector)
    m = [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for k in range(i, n + 1):
                m[r][k] -= f * m[i][k]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (m[i][n] - sum(m[i][k] * x[k] for k in range(i + 1, n))) / m[i][i]
    return x


def probability(w, x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(a * b for a, b in zip(w, x))))))


def fit(rows):
    """The weights; each row counts as much as its story's share."""
    n = len(rows[0][0])
    w = [0.0] * n
    for _ in range(12):
        gradient = [PENALTY * w[i] * (i > 0) for i in range(n)]
        hessian = [[(PENALTY if i == j and i else 1e-6 if i == j else 0.0) for j in range(n)] for i in range(n)]
        for x, y, c in rows:
            p = probability(w, x)
            d, h = (p - y) * c.get("share", 1.0), p * (1 - p) * c.get("share", 1.0)
            live = [i for i in range(n) if x[i]]
            for i in live:
                gradient[i] += d * x[i]
                for j in live:
                    hessian[i][j] += h * x[i] * x[j]
        step = solve(hessian, gradient)
        w = [a - b for a, b in zip(w, step)]
        if max(abs(s) for s in step) < 1e-4:
            break
    return w


def auc(scored):
    """Area under the ROC curve by ranks, ties shared."""
    scored = sorted(scored, key=lambda s: s[0])
    ranks, i = 0.0, 0
    while i < len(scored):
        j = i
        while j < len(scored) and scored[j][0] == scored[i][0]:
            j += 1
        ranks += sum(1 for k in range(i, j) if scored[k][1]) * (i + j + 1) / 2
        i = j
    p = sum(1 for s in scored if s[1])
    n = len(scored) - p
    return (ranks - p * (p + 1) / 2) / (p * n) if p and n else float("nan")


def held_out(pairs, corpus, drop=None):
    """Scores of every candidate of the pairs by weights fitted on the other pairs, and the corpus."""
    cut = lambda x: x if drop is None else [v for i, v in enumerate(x) if i != drop + 1]
    out = []
    for i, rows in enumerate(pairs):
        if rows:
            rest = [r for k, other in enumerate(pairs) if k != i for r in other]
            w = fit([(cut(x), y, c) for x, y, c in rest + corpus])
            out += [(probability(w, cut(x)), y, c) for x, y, c in rows]
    return out


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    names, pairs, corpus = [], [], []
    for folder in sorted(d for d in root.iterdir() if (d / "gold.json").exists()):
        rows, found = load(program, folder)
        names = found or names
        pairs.append(rows)
    for table in sys.argv[3:]:
        if table.endswith(".tsv"):
            lines = pathlib.Path(table).read_text(encoding="utf-8").splitlines()[1:]
            pairs += [candidates(program, *(pathlib.Path(table).parent / x for x in line.split("\t")), {"findings": [], "agreements": []})[0] for line in lines]
        elif pathlib.Path(table).is_dir():
            corpus += [r for rows in stories(program, pathlib.Path(table)) for r in rows]
    for _, _, c in corpus:
        c["share"] = CORPUS_SHARE
    everything = [r for rows in pairs for r in rows]
    print(f"{len(pairs)} pairs, {len(everything)} candidates, {sum(y for _, y, _ in everything)} answer the same question")
    scored = held_out(pairs, corpus)
    print(f"AUC {auc(scored):.3f} (of the program's own weights {auc([(c['probability'], y, c) for _, y, c in everything]):.3f})")
    ranked = sorted(scored, key=lambda s: -s[0])
    total = sum(y for _, y, _ in scored)
    for recall in (0.3, 0.5, 0.7, 0.8, 0.9):
        right = 0
        for k, s in enumerate(ranked, 1):
            right += s[1]
            if right >= recall * total:
                print(f"  precision {right / k:.2f} at recall {recall} (score {s[0]:.2f})")
                break
    kinds = sorted({c["kind"] for _, _, c in scored})
    print("  by kind:", "; ".join(f"{k} {auc([s for s in scored if s[2]['kind'] == k]):.3f} ({sum(s[1] for s in scored if s[2]['kind'] == k)})" for k in kinds))
    w = fit(everything + corpus)
    for i, name in enumerate(["bias"] + names):
        without = f"  AUC without it {auc(held_out(pairs, corpus, i - 1)):.3f}" if "--ablate" in sys.argv and i else ""
        print(f"  {name:16} {w[i]:+.2f}{without}")
    if "--rust" in sys.argv:
        print(f"const BIAS: f64 = {w[0]:.2f};")
        print("\n".join(f'    ("{name}", {x:.2f}),' for name, x in zip(names, w[1:])))


main()
