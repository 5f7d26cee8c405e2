#!/usr/bin/env python3
"""Measure crosscheck as a user runs it, and write the table of speeds into the README.

usage: table.py BINARY [--articles 1000,10000] [--write] [--peers]

Every line is a run of the whole program: the best of a few for short ones, one for long ones. The corpora are those of
corpus.py, made in a folder for temporary files and removed again. --write puts the table between the marks in README.md;
--peers installs quantulum3 and spaCy with pip into an environment of their own and reads a part of the same text with them.
"""
import argparse, os, pathlib, shutil, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
START, END = "<!-- speed: benches/table.py -->\n", "<!-- /speed -->\n"
TEXT = 5 << 20
LEAST = 50
PEERS = {
    "quantulum3": "from quantulum3 import parser\nfor t in texts: parser.parse(t)",
    "spacy": "import spacy\nn = spacy.blank('en'); n.add_pipe('sentencizer')\nfor t in texts: n(t)",
}


def run(command, **more):
    """Seconds of a run, and the most memory in MB."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"`{' '.join(map(str, command))}` failed")
    return time.perf_counter() - before, usage.ru_maxrss / 1024


def best(command, times=5):
    runs = [run(command) for _ in range(times)]
    return min(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def size(folder):
    return sum(f.stat().st_size for f in folder.rglob("*.txt")) / 1e6


def seconds(s):
    return f"{s * 1000:.0f} ms" if s < 1 else f"{s:.1f} s"


def peers(folder, text):
    """What peers take for a part of the text, for each MB."""
    python = folder / "peers" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "peers"], check=True)
    for name, code in PEERS.items():
        subprocess.run([python, "-m", "pip", "install", "--quiet", name], check=True)
        part = text[:50_000].split("\n\n")
        script = f"import time\ntexts = {part!r}\n" + code.split("\n")[0] + "\nb = time.time()\n" + code.split("\n")[1]
        spent, _ = run([python, "-c", script + "\n"])
        yield f"| the same by {name}, start and all | {sum(map(len, part)) / 1e6:.2f} MB | {seconds(spent)} | {sum(map(len, part)) / 1e6 / spent:.2f} MB/s | |"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary", type=pathlib.Path)
    p.add_argument("--articles", default="1000,10000")
    p.add_argument("--write", action="store_true")
    p.add_argument("--peers", action="store_true")
    a = p.parse_args()
    binary = a.binary.resolve()
    rows = ["| what | input | time | | most memory |", "|---|---|---|---|---|"]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="crosscheck-table-"))

    def row(what, megabytes, measured):
        spent, memory = measured
        # What a run shows at least is what this script itself takes, before the program is put in its place.
        most = f"{memory:.0f} MB" if memory >= LEAST else ""
        read = f"{megabytes:.1f} MB" if megabytes >= 0.1 else f"{1000 * megabytes:.0f} kB"
        rows.append(f"| {what} | {read} | {seconds(spent)} | {megabytes / spent:.1f} MB/s | {most} |")
        print(rows[-1], flush=True)

    try:
        for n in map(int, a.articles.split(",")):
            for flat in ([], ["--flat"]):
                corpus = folder / f"{n}{''.join(flat)}"
                subprocess.run([sys.executable, HERE / "corpus.py", corpus, "--articles", str(n), *flat], check=True)
                how = ["--stories", "auto"] if flat else []
                check = [binary, "check", corpus, "--format", "json", "--output", folder / "report.json", *how]
                cold = run([*check, "--no-cache"])
                named = f"`check` of {n:,} articles{', stories by content' if flat else ''}"
                row(named, size(corpus), cold)
                cached = [*check, "--cache-dir", folder / "cache"]
                run(cached)
                edited = next(corpus.rglob("*.txt"))
                edited.write_text(edited.read_text() + "\nNobody knew why.\n")
                row(f"{named}, after one edit", size(corpus), run(cached))
                if n == 1000 and not flat:
                    text = "\n\n".join(f.read_text() for f in sorted(corpus.rglob("*.txt")))
                    story = sorted(next(d for d in sorted(corpus.iterdir()) if d.is_dir()).glob("*.txt"))[:2]
                    row("`diff` of two articles", sum(f.stat().st_size for f in story) / 1e6, best([binary, "diff", *story, "--output", folder / "d"]))
                    text = (text * (TEXT // len(text) + 1))[:TEXT]
                    long = folder / "long.txt"
                    long.write_text(text)
                    row("`extract`", TEXT / 1e6, best([binary, "extract", long, "--format", "jsonl"]))
                    row("`wc -w` of the same", TEXT / 1e6, best(["wc", "-w", long]))
                    if a.peers:
                        rows.extend(peers(folder, text))
                shutil.rmtree(corpus)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    table = "\n".join(rows) + "\n"
    print(table)
    if a.write:
        readme = HERE.parent / "README.md"
        text = readme.read_text()
        before, rest = text.split(START, 1)
        readme.write_text(before + START + table + END + rest.split(END, 1)[1])


if __name__ == "__main__":
    main()
