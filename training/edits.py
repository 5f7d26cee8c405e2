"""Changes of one fact of a text: to another figure, date or spelling, in the style in which it is written."""
import re

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
YEAR = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December"]
MONTH = re.compile(r"\b(" + "|".join(m[:3] for m in YEAR) + r")[a-z]*\.?")
HEDGE = re.compile(r"\b(about|above|almost|around|at least|below|fewer|just|less|more|nearly|over|some|under|up to)\b", re.I)


def another_number(text):
    """The figure with another amount that no rounding joins to it, in the same style; None where there is no plain one."""
    found = re.search(r"\d[\d,]*(\.\d+)?", text)
    if found:
        raw = found.group()
        amount = float(raw.replace(",", ""))
        changed = amount * 1.7 + 2
        if found.group(1):
            new = f"{changed:.{len(raw.split('.')[1])}f}"
        else:
            zeros = len(raw) - len(raw.rstrip("0"))
            step = 10 ** zeros if len(raw.rstrip("0,")) > 1 or zeros > 1 else 1
            new = f"{max(int(changed) // step, 1) * step:{',' if ',' in raw else ''}}"
    else:
        found = re.search(r"\b(" + "|".join(NUMBERS) + r")\b", text, re.I)
        if not found:
            return None
        new = NUMBERS[(NUMBERS.index(found.group().lower()) + 5) % 12]
        new = new.capitalize() if found.group()[0].isupper() else new
    return text[:found.start()] + new + text[found.end():]


def another_date(text):
    """Another weekday, day of the month, year or month, whichever the date has first of these."""
    day = re.search(r"\b(" + "|".join(WEEK) + r")\b", text)
    if day and not re.search(r"\d", text):
        new = WEEK[(WEEK.index(day.group()) + 2) % 7]
    elif MONTH.search(text) and (day := re.search(r"\b([12]?\d|3[01])(?=st|nd|rd|th|\b)(?!\d)", text)):
        new = str((int(day.group()) + 11) % 27 + 1)
    elif day := re.search(r"\b(19|20)\d\d\b", text):
        new = str(int(day.group()) - 7)
    else:
        return None
    return text[:day.start()] + new + text[day.end():]


def another_letter(word):
    """The word with one letter changed to one that sounds like it."""
    for old, new in [("ie", "ei"), ("f", "ph"), ("ll", "l"), ("rr", "r"), ("nn", "n"), ("i", "y"), ("c", "k"), ("s", "z"),
                     ("o", "a"), ("e", "a"), ("a", "e")]:
        at = word.find(old, 1)
        if at > 0:
            return word[:at] + new + word[at + len(old):]
    return None


def plain(text, mark):
    """Whether changing this mention makes a contradiction that a reader sees: no hedge, range, bracket or stamp of the page."""
    written = text[mark["start"]:mark["end"]].decode()
    before = text[max(0, mark["start"] - 14):mark["start"]].decode(errors="ignore")
    after = text[mark["end"]:mark["end"] + 3].decode(errors="ignore")
    start = text.rfind(b"\n", 0, mark["start"]) + 1
    end = text.find(b"\n", mark["end"])
    line = text[start:end if end >= 0 else len(text)].decode()
    return not (HEDGE.search(written) or HEDGE.search(before) or "(" in written or after.strip().startswith("(")
                or re.search(r"\d\s?(-|–|to|and)\s?\d", written) or len(line.split()) <= 8
                or re.search(r"publish|updated|posted|\d\s?[ap]m\b", line, re.I))


def edited(text, edits):
    """The text with byte ranges replaced, and the new ranges."""
    out, at, spans = b"", 0, []
    for start, end, new in sorted(edits):
        out += text[at:start]
        spans.append((len(out), len(out) + len(new.encode())))
        out += new.encode()
        at = end
    return out + text[at:], spans
