"""Marked stories: two articles each, every shared question marked in place.

    == a.txt 2014-03-18
    The agency received {comments!=nearly 235,000} comments since it was put forward in {proposed=May}.
    == b.txt 2014-03-19
    The department has heard from {comments!=nearly 300,000} people.

`{question=value}` marks a value whose question the other article answers too; `!` says that the two disagree. What is not
marked is answered by one article alone. `unpack` writes the articles as plain files and gives the marks as byte spans.
"""
import pathlib, re

PART = re.compile(r"^== (\S+) (\d{4}-\d\d-\d\d)\n", re.M)
MARK = re.compile(r"\{([\w.-]+)(!?)=([^{}]*)\}")


class Article:
    """An article of a story: its file's name and day, its text without marks, and (question, disagrees, start, end) by bytes."""

    def __init__(self, name, published, marked):
        self.name, self.published = name, published
        self.marks, parts, last, length = [], [], 0, 0
        head = f"---\npublished: {published}\n---\n"
        marked = head + marked.strip() + "\n"
        for m in MARK.finditer(marked):
            before, value = marked[last : m.start()], m.group(3)
            length += len(before.encode())
            end = length + len(value.encode())
            self.marks.append((m.group(1), bool(m.group(2)), length, end))
            parts += [before, value]
            length, last = end, m.end()
        self.text = "".join(parts + [marked[last:]])


def read(path):
    """The articles of one story."""
    pieces = PART.split(path.read_text(encoding="utf-8"))
    return [Article(*pieces[i : i + 3]) for i in range(1, len(pieces), 3)]


def faults(path):
    """What is wrong with the marks of one story, a line each."""
    articles = read(path)
    if len(articles) < 2:
        return ["fewer than two articles"]
    found = [f"{a.name}: a brace that is no mark" for a in articles if re.search(r"[{}]", a.text)]
    for question in sorted({m[0] for a in articles for m in a.marks}):
        sides = [{m[1] for m in a.marks if m[0] == question} for a in articles]
        if sum(bool(s) for s in sides) < 2:
            found.append(f"{question}: marked in one article only")
        if len(set().union(*sides)) > 1:
            found.append(f"{question}: '!' at some places and not at others")
    return found


def unpack(path, folder):
    """Writes the articles into `folder` and gives their paths, and the marks in each as {question: [(start, end)]}, and the questions that disagree."""
    folder.mkdir(parents=True, exist_ok=True)
    files, marks, disagree = [], [], set()
    for article in read(path):
        file = folder / (pathlib.Path(article.name).stem + ".md")
        file.write_text(article.text, encoding="utf-8")
        files.append(file)
        spans = {}
        for question, differs, start, end in article.marks:
            spans.setdefault(question, []).append((start, end))
            if differs:
                disagree.add(question)
        marks.append(spans)
    return files, marks, disagree
