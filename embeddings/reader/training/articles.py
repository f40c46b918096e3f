"""Training examples over whole articles: what people ask of one, and what they claim of it.

Each article is NAME.txt or NAME.md with NAME.jsonl beside it, one JSON object a line:
  {"q": question, "s": [sentences that answer, the best first], "a": the words of s[0] that answer by themselves}   a is left out where a person wants to be told something
  {"q": question, "s": [], "near": a sentence that a careless reader would take}                                     the article does not say
  {"c": claim, "s": [sentence], "label": "yes" | "no" | "open", "kind": ...}                                         and "q" in the place of "c" for a yes/no question
Articles are cut into passages about as the application does it (paragraphs of up to 120 tokens, with title, heading and a table's first row before them), so
that the reader learns on what it will see: the passage with the answer, the passages of the same article that look most like it, and the answer's own passage without it.
"""
import collections
import glob
import json
import os
import random
import re

import numpy as np

from data import NO, OPEN, UNMARKED, YES
from wordpiece import WordPiece

LIMIT, LONGEST, LONGEST_QUESTION, LONGEST_HEADING = 120, 320, 64, 70
SENTENCE = re.compile(r'(?<=[.!?])["\')\]”’]*\s+(?=[A-Z0-9"“\'(\[])')
BLOCK = re.compile(r"[^\n]+(?:\n(?![\n#|\-*\d])[^\n]+)*")
ITEM = re.compile(r"\s*(?:[-*|]|\d+[.)])")
LABELS = {"yes": YES, "no": NO, "open": OPEN}


class Passage:
    """A piece of text with its tokens: from start to end in its article, and what a person would see before it."""

    def __init__(self, tokenizer, text, start, title="", before=""):
        self.text, self.start, self.end, self.title, self.before = text, start, start + len(text), title, before
        ids, self.offsets = tokenizer.tokenize(text)
        self.ids, self.words = np.array(ids, np.int32), set(ids)


class Text:
    """An article cut into passages."""

    def __init__(self, text, tokenizer):
        self.text, self.tokenizer, self.passages = text, tokenizer, []
        title = heading = head = ""
        for block in BLOCK.finditer(text):
            line = block.group(0).strip()
            if not line:
                continue
            if not title:
                title = line.lstrip("# ")
            elif line.startswith("#") or (len(line) < LONGEST_HEADING and "\n" not in line and line[-1] not in '.!?:;,"”)|' and not re.match(r"[-*|\d]", line)):
                heading, head = line.lstrip("# "), ""
            elif line.startswith("|") and not head:
                head = " ".join(cell.strip() for cell in line.strip("|").split("|"))
            elif not re.match(r"^\|[\s:|-]+\|?$", line):
                head = head if line.startswith("|") else ""
                self._cut(block.start(), block.end(), _before(title), _before(heading) + (head + "\n" if head else ""))
        self._join_items()

    def _cut(self, start, end, title, before):
        cuts = [start + m.end() for m in SENTENCE.finditer(self.text[start:end])] + [end]
        begin = last = start
        for cut in cuts:
            if last > begin and len(self.tokenizer.tokenize(self.text[begin:cut])[0]) > LIMIT:
                self._add(begin, last, title, before)
                begin = last
            last = cut
        self._add(begin, end, title, before)

    def _add(self, start, end, title, before):
        passage = Passage(self.tokenizer, self.text[start:end], start, title, before)
        if len(passage.ids):
            self.passages.append(passage)

    def _join_items(self):
        """Items of a list and rows of a table that follow one another are one passage, up to the limit."""
        joined = []
        for p in self.passages:
            q = joined[-1] if joined else None
            if q and q.before == p.before and self.text[q.end:p.start].count("\n") <= 1 and ITEM.match(p.text) and len(q.ids) + len(p.ids) <= LIMIT:
                joined[-1] = Passage(self.tokenizer, self.text[q.start:p.end], q.start, q.title, q.before)
            else:
                joined.append(p)
        self.passages = joined

    def span(self, sentence):
        at = self.text.find(sentence)
        return (at, at + len(sentence)) if at >= 0 else None

    def passage_of(self, span):
        return next((p for p in self.passages if p.start <= span[0] < p.end), None)

    def nearest(self, question, without, count, frequency):
        """The passages that share the rarest words with a question."""
        asked = set(self.tokenizer.tokenize(question)[0])
        rest = [p for p in self.passages if p not in without]
        return sorted(rest, key=lambda p: -sum(1 / (1 + frequency[t]) for t in asked & p.words))[:count]


def _before(line):
    return line + (" " if line[-1] in ".!?:" else ". ") if line else ""


class Articles:
    """The articles of some folders. rows() draws the examples of one pass, as data.Corpus.sample gives them."""

    def __init__(self, folders, tokenizer_json):
        self.tokenizer, self.articles = WordPiece(tokenizer_json), []
        for path in sorted(path for folder in folders for path in glob.glob(folder + "/*.jsonl")):
            article = next(path[:-6] + end for end in (".txt", ".md") if os.path.exists(path[:-6] + end))
            lines = [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]
            self.articles.append((Text(open(article, encoding="utf8").read(), self.tokenizer), lines))
        self.frequency = collections.Counter(t for text, _ in self.articles for p in text.passages for t in p.words)

    def rows(self):
        return [row for text, lines in self.articles for x in lines for row in (self._judged(text, x) if "label" in x else self._asked(text, x)) if row]

    def _row(self, question, passage, span=None, loose=False, title=False, verdict=-1, marked=True):
        before = self.tokenizer.tokenize((passage.title if title else "") + passage.before)[0]
        first = last = -1 if marked else UNMARKED
        if span:
            at = [k for k, (s, e) in enumerate(passage.offsets) if s + passage.start < span[1] and e + passage.start > span[0]]
            if not at:
                return None
            first, last = at[0] + len(before), at[-1] + len(before)
        asked = np.array(self.tokenizer.tokenize(question)[0][-LONGEST_QUESTION:], np.int32)
        return asked, np.concatenate([np.array(before, np.int32), passage.ids])[:LONGEST], first, last, verdict, loose

    def _judged(self, text, x):
        """A claim or yes/no question over its sentence alone, or in its passage; over another passage it is open."""
        span = text.span(x["s"][0]) if x.get("s") else None
        passage = span and text.passage_of(span)
        if not passage:
            return
        claim, verdict = x.get("c") or x["q"], LABELS[x["label"]]
        claim = typed(claim) if random.random() < 0.15 else claim
        alone, title = random.random() < 0.65, random.random() < 0.7
        place = Passage(self.tokenizer, text.text[slice(*span)], span[0]) if alone else passage
        says = span if verdict == YES and random.random() < 0.5 else None
        yield self._row(claim, place, says, True, title and not alone, verdict, verdict == OPEN)
        if random.random() < 0.3:
            for other in text.nearest(claim, [passage], 1, self.frequency):
                yield self._row(claim, other, title=title, verdict=OPEN)

    def _asked(self, text, x):
        question, title = typed(x["q"]), random.random() < 0.7
        spans = [span for span in map(text.span, x["s"]) if span]
        near = text.span(x["near"]) if x.get("near") else None
        chosen = 0 if len(spans) == 1 or random.random() < 0.6 else random.randrange(max(1, len(spans)))
        span = spans[chosen] if spans else near
        passage = span and text.passage_of(span)
        if not passage:
            return
        if not spans:
            yield self._row(question, passage, title=title)
            yield from (self._row(question, p, title=title) for p in text.nearest(question, [passage], random.randint(1, 3), self.frequency)[-1:])
            return
        if x.get("a") and chosen == 0:
            at = text.text.index(x["a"], span[0])
            yield self._row(question, passage, (at, at + len(x["a"])), False, title)
        else:
            yield self._row(question, passage, (span[0], min(span[1], passage.end)), True, title)
        others = text.nearest(question, [text.passage_of(s) for s in spans], 4, self.frequency)
        yield from (self._row(question, p, title=title) for p in random.sample(others, min(len(others), 1 + (random.random() < 0.4))))
        start, end = max((passage.start, span[0]), (span[1], passage.end), key=lambda side: side[1] - side[0])
        if len(spans) == 1 and end - start > 60 and random.random() < 0.3:
            yield self._row(question, Passage(self.tokenizer, text.text[start:end], start, passage.title, passage.before), title=title)


def typed(question):
    """The question as some people type it."""
    chance = random.random()
    question = question.lower() if chance < 0.25 else question
    return question[:-1] if chance < 0.4 and question.endswith("?") else question
