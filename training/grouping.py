#!/usr/bin/env python3
"""How well `check --stories auto` finds the marked stories and those of the corpus again, all in one folder.

    grouping.py BIN [--pairs DIR] [--show]

Pairwise precision and recall, and B-cubed. `--pairs` adds folders of two texts each, of which those that share a text are one
story; `--show` lists what was joined wrongly and what was kept apart.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import stories

HERE = pathlib.Path(__file__).parent


def gather(folder, pairs):
    """Writes every text into `folder` and gives the story of each by its name."""
    truth = {}
    def put(name, text, story):
        (folder / name).write_text(text, encoding="utf-8")
        truth[name] = story
    for path in sorted((HERE / "stories").glob("*.txt")):
        for article in stories.read(path):
            put(f"{path.stem}-{pathlib.Path(article.name).stem}.md", article.text, path.stem)
    for path in sorted((HERE.parent / "corpus").glob("*/*")):
        put(f"{path.parent.name}-{path.name}", path.read_text(encoding="utf-8"), path.parent.name)
    seen = {}
    for path in sorted(pairs.glob("*/?.txt")) if pairs else []:
        seen.setdefault(path.read_text(encoding="utf-8"), []).append(path)
    # Texts of two pairs that share one are of one story.
    root = {}
    def find(x):
        while root.setdefault(x, x) != x:
            x = root[x]
        return x
    for paths in seen.values():
        for path in paths:
            root[find(path.parent.name)] = find(paths[0].parent.name)
    for number, (text, paths) in enumerate(seen.items()):
        put(f"pair-{number:03}.txt", text, "pair " + find(paths[0].parent.name))
    return truth


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin")
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        truth = gather(pathlib.Path(folder), arguments.pairs)
        command = [arguments.bin, "check", folder, "--no-config", "--stories", "auto", "--list-stories", "--format", "json"]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["stories"]
    group = {pathlib.Path(d).name: i for i, story in enumerate(found) for d in story["documents"]}
    assert group.keys() == truth.keys()
    names = sorted(truth)
    both = one = gold = 0
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            joined, same = group[a] == group[b], truth[a] == truth[b]
            both, one, gold = both + (joined and same), one + joined, gold + same
            if arguments.show and joined != same:
                print("joined wrongly" if joined else "kept apart", a, b)
    by_group, by_story = collections.defaultdict(set), collections.defaultdict(set)
    for name in names:
        by_group[group[name]].add(name)
        by_story[truth[name]].add(name)
    shared = {n: len(by_group[group[n]] & by_story[truth[n]]) for n in names}
    precision = sum(shared[n] / len(by_group[group[n]]) for n in names) / len(names)
    recall = sum(shared[n] / len(by_story[truth[n]]) for n in names) / len(names)
    print(f"{len(names)} documents of {len(by_story)} stories, in {len(by_group)}")
    print(f"pairs     precision {both / max(one, 1):.3f}  recall {both / max(gold, 1):.3f}")
    print(f"B-cubed   precision {precision:.3f}  recall {recall:.3f}")


main()
