"""Trains a reader further on articles, and writes it beside the one it went on from.

  further.py --reader reader.onnx --tokenizer bge-small-en-v1.5-tokenizer.json --articles DIR [DIR ...] --minutes 42 --out new.onnx [--public DIR] [--peak 6e-5] [--part 0.7]

With --public, a folder as train.py's --data, every pass draws public questions too, so that short answers are not unlearned while the articles are learned.

The weights start from the int8 reader itself. What is written lies between the two readers, --part of the way from the old to the new one: that keeps what the old one
can do and the articles do not teach (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022). The learning rate rises over the first 5% of the time and then
falls to 0. Needs torch, numpy, onnx.
"""
import argparse
import random
import time

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from articles import Articles
from data import Corpus
from network import EMBEDDINGS, LAYERS, WIDTH, Reader, names
from train import _cut, faster_type, give_back, learning, losses, step
from wordpiece import WordPiece

VERDICT_WEIGHT = 0.8
POOL = 1024
PUBLIC_SHARE = 0.6  # public examples, most of them shorter, for each one of an article
FROZEN = "words.weight"


def quantized(graph):
    """The name of each product of weights: the name of its weights, without what the quantized parts append."""
    return {n.name.removesuffix(".integer"): n.input[1].removesuffix(".q") for n in graph.node if n.op_type == "MatMulInteger"}


def parts():
    """(parameter here, its initializer or product in the file, the rows of the parameter) of all that is not a head; qkv is kept joined here."""
    yield from ((own, theirs, slice(None)) for own, theirs in EMBEDDINGS.items())
    for i in range(LAYERS):
        yield from ((own, theirs, slice(None)) for own, theirs in names(i).items())
        for k, part in enumerate(("query", "key", "value")):
            rows = slice(WIDTH * k, WIDTH * (k + 1))
            yield f"layers.{i}.qkv.weight", f"/encoder/layer.{i}/attention/self/{part}/MatMul", rows
            yield f"layers.{i}.qkv.bias", f"encoder.layer.{i}.attention.self.{part}.bias", rows


def read(model):
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    weights, reader = quantized(model.graph), Reader()
    state = reader.state_dict()

    def array(name):
        return torch.tensor(held[name].astype(np.float32) if name in held else held[name + ".q"].astype(np.float32) * held[name + ".scale"])

    for own, theirs, rows in parts():
        state[own][rows] = array(weights[theirs]).T if theirs in weights else array(theirs)
    for head in ("head", "verdict"):
        state[head + ".weight"], state[head + ".bias"] = array(head + ".weight").T.contiguous(), array(head + ".bias")
    reader.load_state_dict(state)
    return reader


def write(model, state, path):
    held, weights = {i.name: i for i in model.graph.initializer}, quantized(model.graph)

    def put(name, array):
        old = numpy_helper.to_array(held[name])
        assert old.shape == array.shape, name
        held[name].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(array.astype(old.dtype)), name))

    for own, theirs, rows in parts():
        array = state[own][rows].numpy()
        if theirs in weights:
            scale = (np.abs(array.T).max(0) / 127).astype(np.float32)
            scale[scale == 0] = 1
            put(weights[theirs] + ".q", np.clip(np.round(array.T / scale), -127, 127))
            put(weights[theirs] + ".scale", scale)
        elif own != FROZEN:
            put(theirs, array)
    for head in ("head", "verdict"):
        put(head + ".weight", state[head + ".weight"].numpy().T)
        put(head + ".bias", state[head + ".bias"].numpy())
    onnx.save(model, path)


def batches(rows):
    random.shuffle(rows)
    for at in range(0, len(rows), POOL):
        yield from _cut(rows[at:at + POOL])


def public_rows(corpus, count):
    """About as many examples as asked for, of public questions."""
    rows = []
    while len(rows) < count:
        rows += corpus.sample(random.randrange(len(corpus.examples)))
    return rows


def train(reader, draw, weigh, seconds, peak, rise=0.05):
    """Trains on pass after pass of draw()'s examples. weigh makes of what a batch's spans and its verdicts lack what is to become less; the rate rises over a share of the time."""
    free, optimizer = learning(reader, peak)
    kind, began, tokens, steps = faster_type(), time.time(), 0, 0
    while True:
        rows = draw()
        print(f"a pass of {len(rows)} examples", flush=True)
        for batch in batches(rows):
            done = (time.time() - began) / seconds
            if done >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = peak * min(1, done / rise) * (1 - done)
            spans, verdicts, size = losses(reader, batch, kind)
            loss = weigh(spans, verdicts) / len(batch)
            step(loss, free, optimizer)
            steps, tokens = steps + 1, tokens + size
            if steps % 50 == 0:
                give_back()
                print(f"step {steps} {time.time() - began:.0f}s {tokens / 1e6:.2f}M tokens loss {loss.item():.3f}", flush=True)


def drawn(articles, corpus):
    rows = articles.rows()
    return rows + (public_rows(corpus, len(rows) * PUBLIC_SHARE) if corpus else [])


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("reader", "tokenizer", "out"):
        a.add_argument("--" + name, required=True)
    a.add_argument("--articles", nargs="+", required=True)
    a.add_argument("--public")
    a.add_argument("--minutes", type=float, default=42)
    a.add_argument("--peak", type=float, default=6e-5)
    a.add_argument("--part", type=float, default=0.7)
    a.add_argument("--seed", type=int, default=5)
    a = a.parse_args()
    corpus = Corpus(a.public, WordPiece(a.tokenizer)) if a.public else None
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    model = onnx.load(a.reader)
    reader = read(model)
    before = {k: v.clone() for k, v in reader.state_dict().items()}
    articles = Articles(a.articles, a.tokenizer)
    train(reader, lambda: drawn(articles, corpus), lambda spans, verdicts: spans + VERDICT_WEIGHT * verdicts, a.minutes * 60, a.peak)
    write(model, {k: before[k] * (1 - a.part) + v * a.part for k, v in reader.state_dict().items()}, a.out)
