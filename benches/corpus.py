#!/usr/bin/env python3
"""Write a corpus of made-up news: stories of two to five articles with known disagreements, to measure `crosscheck check` on.

usage: corpus.py FOLDER --articles N [--flat] [--seed S]

Each story is a folder of articles; with --flat all articles lie in one folder in no order, for `stories = "auto"`. About every
second story has one disagreement, planted in one article: FOLDER/planted.tsv names it (story, rule, file, value, value of the
others). The articles of a story tell the same facts in different words, and each has people and background of its own: their
ages, sums and days are what must not be joined. The same seed gives the same bytes.
"""
import argparse, datetime, pathlib, random

OUTLETS = ["wire", "herald", "courier", "tribune", "gazette"]
FIRST = ("Anna Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Lukas Marta Nils Olga Pavel Rosa Stefan Tessa Viktor "
         "Wanda Yusuf Zora Adele Bruno Edgar Fiona Gustav Igor Judith").split()
START = "Bar Bel Bran Cal Cor Dan Del Dor Fal Fen Gar Gol Hal Har Hol Kal Kel Lan Lor Mar Mel Nor Nov Ost Pel Por Ran Rol Sal Sel Tal Tor Val Var Vel Wal Win Zel".split()
MIDDLE = "a e i o en er in or an al ed il on u am".split()
SURNAME = "sky vic man berg ström enko ton ley ford mann etti oza ides quist ard ello now ska rand wick dahl moor".split()
TOWN = "ford by ville burg stad haven mouth field wick grad minster pool ness dale borough cester holm port".split()
TRADES = ["runs a bakery", "drives a bus", "teaches history", "keeps bees", "repairs boats", "sells flowers", "works at the post office",
          "owns a bookshop", "farms sheep", "plays the organ", "mends clocks", "grows apples"]
STREETS = ["Harbour Street", "Mill Lane", "Church Road", "Station Square", "the old quay", "Orchard Hill", "Bridge Street", "Canal Row"]
OPENINGS = ["Nobody here had expected it", "We will talk about this for years", "The street was full within minutes", "I heard it on the radio at breakfast",
            "My neighbour woke me with the news", "It is a strange feeling", "You think that such things happen elsewhere", "There was a queue at the baker's"]
ENDINGS = ["and now we have to look forward", "but people here help each other", "and my telephone has not stopped ringing since", "so I stayed at home and made tea",
           "which my late father would have called a sign", "and nobody slept that night", "but the dog did not even bark", "and that is all that I can tell you"]
BACKGROUND = [
    "{town} lies on the river {river}, and most of its people work in the mills along the water or in the offices of the county.",
    "The council of {town} was to discuss the matter in the evening, behind closed doors, and no statement was expected before the weekend.",
    "A spokeswoman for the county declined to comment and said that all questions would be answered in due course.",
    "The road between {town} and {near} was closed for a time, and drivers were sent around by way of the hills.",
    "Schools in {town} stayed open, though many parents kept their children at home.",
    "The weather was dry and mild, with a light wind from the west, and forecasters expected little change.",
    "Reporters from all over the country had come to {town}, and every room in the hotel by the station was taken.",
    "Historians at the museum of {near} recalled that the region has seen such days before, if seldom with so much attention.",
    "Shops along the main street closed early, and the market that is held there every week was put off.",
    "Volunteers handed out coffee and soup in the hall of the fire brigade until late at night.",
    "The editor of the local paper wrote that the town had shown its best side, and that it should not be left alone with its worries.",
    "Neighbours had gathered in small groups on the pavement, talking in low voices and looking at their telephones.",
]


class Story:
    """What is true in one story: names, days, figures; `say` gives a fact in the words of an outlet."""

    def __init__(self, r, taken):
        self.r = r
        self.day = datetime.date(2015, 1, 5) + datetime.timedelta(days=r.randrange(3000))
        # No two people or places of a story begin alike, or are alike behind their first letters: "Anna Barosky" beside "Anna
        # Barisky", and "Velandale" beside "Belandahl", would be a slip to any reader.
        given, starts, like = r.sample(FIRST, len(FIRST)), r.sample(START, len(START)), set()

        def named(ends, taken=()):
            start = starts.pop()
            for _ in range(100):
                more = r.choice("bdfgkmprst") + r.choice("aeiou") if taken else ""
                name = f"{start}{r.choice(MIDDLE)}{more}{r.choice(ends)}"
                if name not in taken and name[2:5] not in like:
                    break
            like.add(name[2:5])
            return name

        def place(ends):
            # Two fires in one town, or two takeovers by one firm, within a week would be one story to any reader.
            name = named(ends, taken)
            taken.add(name)
            return name

        person = lambda: f"{given.pop()} {named(SURNAME)}"
        self.names = {
            "town": place(TOWN), "near": place(TOWN), "river": place(["der", "ne", "ra", "l"]),
            "p1": person(), "p2": person(), "p3": person(), "firm": place(["tec", "corp", "lux", "via", "gen"]), "other": place(["tec", "soft", "line"]),
        }
        self.person = person
        # Each half is said once: what two people say in the same words is a finding.
        self.sayings = [f"{opening}, {ending}" for opening, ending in zip(r.sample(OPENINGS, 8), r.sample(ENDINGS, 8))]

    def facts(self, kind):
        r = self.r
        dead, hurt = r.randrange(3, 40), r.randrange(41, 160)
        sets = {
            "fire": ("A fire broke out at the {firm} warehouse in {town}", [
                ("count-mismatch", dead, ["{v} people were killed in the fire at the {firm} warehouse, the fire brigade said.", "The fire at the {firm} warehouse killed {v} people, according to the fire brigade."]),
                ("count-mismatch", hurt, ["{v} people were injured in the fire and taken to hospital in {near}.", "The fire injured {v} people, who were taken to hospital in {near}."]),
                ("money-mismatch", r.randrange(12, 90), ["The fire caused damage of ${v} million, the insurers of {firm} estimated.", "The damage from the fire was put at ${v} million by the insurers of {firm}."]),
                ("age-mismatch", r.randrange(31, 64), ["{p1}, {v}, the manager of the warehouse, was arrested on suspicion of arson.", "Police arrested the manager of the warehouse, {p1}, {v}, on suspicion of arson."]),
                ("count-mismatch", r.randrange(161, 400), ["{v} firefighters fought the blaze through the night.", "The blaze was fought by {v} firefighters through the night."]),
            ]),
            "takeover": ("{firm} is to buy {other}", [
                ("money-mismatch", r.randrange(110, 900), ["{firm} agreed to buy its rival {other} for ${v} million, the two companies said.", "{firm} is to buy its rival {other} for ${v} million, the companies announced."]),
                ("count-mismatch", r.randrange(420, 4000), ["{other} employs {v} people at its plant in {town}.", "At its plant in {town}, {other} employs {v} people."]),
                ("percent-mismatch", r.randrange(11, 49), ["Shares of {other} rose by {v} percent after the announcement.", "After the announcement the shares of {other} rose by {v} percent."]),
                ("age-mismatch", r.randrange(38, 69), ["{p1}, {v}, the chief executive of {firm}, will lead the merged company.", "The merged company will be led by {p1}, {v}, the chief executive of {firm}."]),
                ("money-mismatch", r.randrange(11, 99), ["{firm} expects the deal to save ${v} million in costs each year.", "The deal is expected to save {firm} ${v} million in costs each year."]),
            ]),
            "trial": ("{p1} was convicted of fraud in {town}", [
                ("duration-mismatch", r.randrange(4, 19), ["{p1} was sentenced to {v} years in prison by a court in {town}.", "A court in {town} sentenced {p1} to {v} years in prison."]),
                ("money-mismatch", r.randrange(12, 98), ["{p1} stole ${v} million from the pension fund of {firm}, the court found.", "The court found that {p1} had stolen ${v} million from the pension fund of {firm}."]),
                ("count-mismatch", r.randrange(210, 990), ["The fraud cost {v} pensioners their savings.", "{v} pensioners lost their savings in the fraud."]),
                ("age-mismatch", r.randrange(35, 70), ["{p1}, {v}, showed no emotion as the judge, {p2}, read the verdict.", "As the judge, {p2}, read the verdict, {p1}, {v}, showed no emotion."]),
                ("count-mismatch", r.randrange(21, 60), ["Prosecutors called {v} witnesses during the trial.", "During the trial prosecutors called {v} witnesses."]),
            ]),
            "opening": ("The new bridge at {town} was opened", [
                ("money-mismatch", r.randrange(110, 700), ["The bridge over the {river} cost ${v} million to build.", "Building the bridge over the {river} cost ${v} million."]),
                ("measure-mismatch", r.randrange(320, 990), ["The bridge is {v} metres long and joins {town} with {near}.", "It joins {town} with {near}, and is {v} metres long."]),
                ("count-mismatch", r.randrange(11, 95) * 1000, ["{v} vehicles are expected to cross the bridge every day.", "Every day {v} vehicles are expected to cross the bridge."]),
                ("count-mismatch", r.randrange(210, 900), ["{v} workers built the bridge, most of them from {town}.", "The bridge was built by {v} workers, most of them from {town}."]),
                ("age-mismatch", r.randrange(35, 70), ["{p1}, {v}, the engineer who designed the bridge, cut the ribbon.", "The ribbon was cut by {p1}, {v}, the engineer who designed the bridge."]),
            ]),
            "election": ("{p1} was elected mayor of {town}", [
                ("percent-mismatch", r.randrange(51, 68), ["{p1} won {v} percent of the vote in the election for mayor of {town}.", "In the election for mayor of {town}, {p1} won {v} percent of the vote."]),
                ("percent-mismatch", r.randrange(35, 50), ["Turnout was {v} percent, the election board said.", "The election board put the turnout at {v} percent."]),
                ("age-mismatch", r.randrange(31, 75), ["{p1}, {v}, promised to freeze taxes.", "Taxes will be frozen, promised {p1}, {v}."]),
                ("money-mismatch", r.randrange(12, 95), ["{p1} wants to spend ${v} million on a new hospital for {town}.", "A new hospital for {town}, on which {p1} wants to spend ${v} million, was the theme of the campaign."]),
                ("count-mismatch", r.randrange(2100, 9900), ["{v} people voted by post.", "By post {v} people voted."]),
            ]),
        }
        return sets[kind]


def thousands(v):
    return f"{v:,}" if isinstance(v, int) and v >= 1000 else str(v)


def misspelt(name):
    """The name with two inner letters of its last part exchanged or one doubled."""
    first, last = name.split(" ", 1)
    inner = next((i for i in range(2, len(last) - 2) if last[i] != last[i + 1]), 2)
    return f"{first} {last[:inner]}{last[inner + 1]}{last[inner]}{last[inner + 2:]}"


def article(story, outlet, head, facts, plant):
    """One article as text, and the planted value with what the others say."""
    r, names = story.r, dict(story.names)
    planted = None
    if plant == "name":
        right, names["p1"] = names["p1"], misspelt(names["p1"])
        planted = ("name-spelling", names["p1"], right)
    lines = []
    for i, (rule, value, phrasings) in enumerate(facts):
        shown = value
        if plant == i:
            shown = value + max(2, value // r.choice([3, 4, 5]))
            planted = (rule, thousands(shown), thousands(value))
        lines.append(phrasings[outlet % 2].format(v=thousands(shown), **names))
    own = []
    for i in range(4):
        who, age, years = story.person(), r.randrange(19, 90), r.randrange(2, 40)
        person = f"{who}, {age}, who {r.choice(TRADES)} on {r.choice(STREETS)}"
        own.append((f"\"{story.sayings.pop()},\" said {person}. " if i == 0 else f"{person}, came to see for themselves. ")
                   + f"{who.split()[1]} has lived there for {years} years and has {r.randrange(2, 7)} grandchildren.")
    background = [line.format(**names) for line in r.sample(BACKGROUND, 9)]
    day = f"{story.day:%B} {story.day.day}, {story.day.year}"
    title = head.format(**names)
    lead = f"{names['town'].upper()}, {day} - {title}, {['officials said', 'it was announced'][outlet % 2]} on {story.day:%A}."
    body = [lead, *lines[:2]]
    rest = lines[2:] + own + background
    r.shuffle(rest)
    body += rest
    return "\n\n".join([title, *body]) + "\n", planted


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=pathlib.Path)
    p.add_argument("--articles", type=int, required=True)
    p.add_argument("--flat", action="store_true")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    rows, written, number = ["story\trule\tfile\tvalue\tothers"], 0, 0
    a.folder.mkdir(parents=True, exist_ok=True)
    # The places and firms of all stories; with one in it, so that all are made alike.
    shuffled, taken = random.Random(a.seed), {""}
    while written < a.articles:
        number += 1
        r = random.Random(f"{a.seed}/{number}")
        story = Story(r, taken)
        kind = r.choice(["fire", "takeover", "trial", "opening", "election"])
        head, facts = story.facts(kind)
        name = f"{number:06}-{kind}"
        count = min(r.choice([2, 3, 3, 4, 5]), a.articles - written)
        guilty = r.randrange(count) if count > 1 and r.random() < 0.5 else None
        plant = r.choice([*range(len(facts)), "name"])
        for outlet in range(count):
            text, planted = article(story, outlet, head, facts, plant if outlet == guilty else None)
            if a.flat:
                file = a.folder / f"{shuffled.randrange(16**6):06x}-{number}-{outlet}.txt"
            else:
                file = a.folder / name / f"{OUTLETS[outlet]}.txt"
                file.parent.mkdir(exist_ok=True)
            file.write_text(text)
            if planted:
                rows.append("\t".join([name, planted[0], str(file.relative_to(a.folder)), planted[1], planted[2]]))
        written += count
    (a.folder / "planted.tsv").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
