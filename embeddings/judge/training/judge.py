"""Trains the judge: what a text says to a claim or a yes/no question. Its network is the reader's, and so are its weights at first.

  judge.py --reader reader.onnx --tokenizer bge-small-en-v1.5-tokenizer.json --texts DIR [--articles DIR] [--pairs FILE ...] [--start STATE] --minutes 42 --out judge.onnx
  judge.py --measure judge.onnx --tokenizer ... --claims claims-held-out.json ...

--texts is a folder of folders of judge-texts (src/test/resources/judge-texts, whose README.md tells the format), --articles one of reader-texts, --pairs files with a
premise, a hypothesis and entailment, contradiction or neutral a line, parted by tabs. The judge in embeddings/ was trained in three steps, each going on from the state that the one before kept (--keep, --start): 12 minutes with the
articles and the pairs of SNLI and ConjNLI; 42 with the texts and the articles; 19 at --peak 7e-5 with the texts, the articles and ConjNLI, and --denied. Without the last
step a claim that nearly repeats a sentence was taken for wrong, since people who invent wrong claims stay near its words, and one with two negations for right. Needs torch, numpy, onnx.
"""
import argparse
import glob
import json
import os
import random
import re
import sys

import numpy as np
import onnx
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "reader", "training"))
from articles import Articles  # noqa: E402
from data import NO, OPEN, UNMARKED, YES  # noqa: E402
from further import read, train, write  # noqa: E402
from train import tensors  # noqa: E402
from wordpiece import WordPiece  # noqa: E402

LABELS = {"y": YES, "n": NO, "o": OPEN, "entailment": YES, "contradiction": NO, "neutral": OPEN}
SENTENCE, CLAIM = re.compile(r"(\d+) (\S.*)"), re.compile(r"(\d+) ([yno]) \w+ (\S.*)")
LONGEST_CLAIM, LONGEST, RISE = 64, 320, 0.06
AUXILIARIES = set("is was were are will would can could must should has have had".split())
HAVE, PARTICIPLE = {"has", "have", "had"}, re.compile(r"(?:ed|en|wn|een|ade|old|ent|ost|ought|one)$")
# Where one of these is in a claim, "not" behind its auxiliary may deny something else than the claim.
SCOPE = set("not no none nobody never nothing neither nor hardly all every each only some most many few any always least if unless who which that because when while although"
            " before after both either cannot".split())
CUT = re.compile(r"(?:, (?:who|which|where|whose)|;|, and|, a |, the | because| and (?:was|is|had|has|were)) ?")
UNCUT = re.compile(r"\b(?:if|unless|except|provided|until|without|only|may|might|could|would|whether|said|says|according|deni|claim|accus)", re.IGNORECASE)
SHORTEST_CUT, COPIES, SHORTENED, DENIED = 35, 5, 0.6, 0.35
PAIRS_FOR_EACH = 2  # pairs drawn for each example of an article
ELSEWHERE = 0.12  # claims that are read over another paragraph too, which leaves them open


class JudgeText:
    """A text: its title, its sentences by number, its paragraphs as lists of numbers, and (number, label, claim) of each claim."""

    def __init__(self, path):
        above, below = open(path, encoding="utf8").read().split("\n---\n")
        self.title = above.split("\n", 1)[0].strip()
        self.sentences, self.paragraphs = {}, []
        for paragraph in re.split(r"\n\s*\n", above)[1:]:
            lines = [SENTENCE.fullmatch(line.strip()).groups() for line in paragraph.strip().split("\n")]
            self.sentences.update((int(number), sentence) for number, sentence in lines)
            self.paragraphs.append([int(number) for number, _ in lines])
        claims = (CLAIM.fullmatch(line.strip()).groups() for line in below.strip().split("\n"))
        self.claims = [(int(number), LABELS[label], claim) for number, label, claim in claims]

    def said(self, numbers):
        return " ".join(self.sentences[number] for number in numbers)

    def drawn(self):
        """(claim, text, label) of one pass: over the sentence alone, its paragraph, its neighbours, or title and paragraph. Of wrong claims no more than of right ones."""
        right, wrong = (sum(label == wanted for _, label, _ in self.claims) for wanted in (YES, NO))
        for number, label, claim in self.claims:
            if label == NO and random.random() > right / max(1, wrong):
                continue
            paragraph, chance = next(p for p in self.paragraphs if number in p), random.random()
            at = paragraph.index(number)
            if chance < 0.45:
                text = self.sentences[number]
            elif chance < 0.7:
                text = self.said(paragraph)
            elif chance < 0.85:
                text = self.said(paragraph[max(0, at - 1):at + 2])
            else:
                text = self.title + ". " + self.said(paragraph)
            yield claim.lower() if random.random() < 0.12 else claim, text, label
            others = [p for p in self.paragraphs if number not in p]
            if others and random.random() < ELSEWHERE:
                yield claim, self.said(random.choice(others)), OPEN

    def copied(self):
        """(claim, text, label) of sentences as they stand, or up to a place where they can end, and of the same denied."""
        for number in random.sample(sorted(self.sentences), min(len(self.sentences), COPIES)):
            sentence = claim = self.sentences[number]
            ends = [cut.start() for cut in CUT.finditer(sentence) if cut.start() > SHORTEST_CUT]
            if ends and not UNCUT.search(sentence) and random.random() < SHORTENED:
                claim = sentence[:random.choice(ends)].rstrip(" ,;") + "."
            if claim.count('"') % 2 or claim.count("(") != claim.count(")"):
                claim = sentence
            text = sentence if random.random() < 0.6 else self.said(next(p for p in self.paragraphs if number in p))
            yield claim, text, YES
            if (no := denied(claim)) and random.random() < SHORTENED:
                yield no, text, NO

    def turned(self):
        """(claim, text, label) of claims that are denied: what is right becomes wrong, what is wrong right."""
        for number, label, claim in self.claims:
            no = denied(claim) if random.random() < DENIED else None
            if no:
                yield no, self.sentences[number], {YES: NO, NO: YES}.get(label, label)


def denied(claim):
    """A claim with "not" behind its auxiliary, or without it; None where that is not plainly the opposite."""
    words = claim.split(" ")
    plain = [word.lower().strip(".;:") for word in words]
    if len(words) < 3 or claim.endswith("?") or "," in claim or '"' in claim or plain[0] in SCOPE:
        return None
    for at in range(1, min(len(words) - 1, 9)):
        if plain[at] in SCOPE or plain[at].endswith("n't"):
            return None
        if plain[at] in AUXILIARIES:
            behind, is_denied = plain[at + 1:], plain[at + 1] == "not"
            if plain[at] in HAVE and not is_denied and not PARTICIPLE.search(behind[0]) or SCOPE & set(behind[is_denied:]):
                return None
            return " ".join(words[:at + 1] + ([] if is_denied else ["not"]) + words[at + 1 + is_denied:])
    return None


class Judged:
    """All that is learned from; rows() draws the examples of one pass."""

    def __init__(self, tokenizer, texts=(), articles=None, pairs=(), deny=False):
        self.deny, self.tokenizer, self.articles = deny, WordPiece(tokenizer), Articles([articles], tokenizer) if articles else None
        self.texts = [JudgeText(path) for path in sorted(path for folder in texts for path in glob.glob(folder + "/*/*.txt"))]
        self.pairs = [tuple(line.rstrip("\n").split("\t")[:3]) for path in pairs for line in open(path, encoding="utf-8-sig")]
        self.pairs = [pair for pair in self.pairs if len(pair) == 3 and pair[2] in LABELS]

    def row(self, claim, text, label):
        asked, said = (np.array(self.tokenizer.tokenize(part)[0], np.int32) for part in (claim, text))
        return asked[-LONGEST_CLAIM:], said[:LONGEST], UNMARKED, UNMARKED, label, False

    def rows(self):
        rows = []
        for text, lines in self.articles.articles if self.articles else ():
            rows += [row for line in lines if "label" in line for row in self.articles._judged(text, line) if row]
        pairs = random.sample(self.pairs, min(len(self.pairs), PAIRS_FOR_EACH * len(rows)))
        rows += [self.row(hypothesis, premise, LABELS[label]) for premise, hypothesis, label in pairs]
        rows += [self.row(*drawn) for text in self.texts for drawn in text.drawn()]
        if self.deny:
            rows += [self.row(*drawn) for text in self.texts for drawn in (*text.copied(), *text.turned())]
        return rows


@torch.no_grad()
def said_so(judge, rows):
    """How likely each row's text says so."""
    judge.eval()
    order, said = sorted(range(len(rows)), key=lambda at: len(rows[at][1])), np.zeros(len(rows))
    for at in range(0, len(order), 32):
        ids, mask, types, *_ = tensors([rows[i] for i in order[at:at + 32]])
        said[order[at:at + 32]] = judge(ids, mask, types)[2].softmax(-1)[:, YES].numpy()
    return said


def area(right, wrong):
    """The share of pairs of a right and a wrong claim of which the right one is likelier said."""
    ranks = np.concatenate([right, wrong]).argsort().argsort()
    return (ranks[:len(right)].sum() - len(right) * (len(right) - 1) / 2) / len(right) / len(wrong)


def measure(judge, judged, path):
    claims = json.load(open(path, encoding="utf8"))
    said = said_so(judge, [judged.row(each["claim"], each["evidence"], OPEN) for each in claims])
    right, kinds = np.array([each["supported"] for each in claims]), np.array([each["kind"] for each in claims])
    print(f"{os.path.basename(path)}: area {100 * area(said[right], said[~right]):.1f}")
    for kind in sorted(set(kinds[~right])):
        print(f"  {kind} {100 * area(said[right], said[~right & (kinds == kind)]):.0f} ({(~right & (kinds == kind)).sum()})")


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--tokenizer", required=True)
    for name in ("reader", "articles", "start", "keep", "out", "measure"):
        a.add_argument("--" + name)
    for name in ("texts", "pairs", "claims"):
        a.add_argument("--" + name, nargs="+", default=[])
    a.add_argument("--denied", action="store_true")
    a.add_argument("--minutes", type=float, default=42)
    a.add_argument("--peak", type=float, default=1e-4)
    a.add_argument("--seed", type=int, default=3)
    a = a.parse_args()
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    judged = Judged(a.tokenizer, a.texts, a.articles, a.pairs, a.denied)
    model = onnx.load(a.measure or a.reader)
    judge = read(model)
    if a.start:
        judge.load_state_dict(torch.load(a.start))
    if not a.measure:
        train(judge, judged.rows, lambda _, verdicts: verdicts, a.minutes * 60, a.peak, RISE)
        if a.keep:
            torch.save(judge.state_dict(), a.keep)
        if a.out:
            write(model, judge.state_dict(), a.out)
    for path in a.claims:
        measure(judge, judged, path)
