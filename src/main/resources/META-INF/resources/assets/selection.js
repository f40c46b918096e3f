// What is selected of the open article, as places in its text; and selecting its sentences one by one.

import { pieces } from './article.js';
import { $ } from './dom.js';

/** The sentences of a text as [start, end], without the space around them. */
function sentencesOf(text) {
  const segments = Intl.Segmenter ? [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)] : [{ index: 0, segment: text }];
  return segments.map(({ index, segment }) => trimmed(text, index, index + segment.length)).filter(([start, end]) => start < end);
}

function trimmed(text, from, to) {
  const words = text.slice(from, to);
  return [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)];
}

/** How many characters of a piece stand before a point in it; pins are none of them. */
function offsetOf(node, container, offset) {
  const before = document.createRange();
  before.selectNodeContents(node);
  before.setEnd(container, offset);
  const copy = before.cloneContents();
  copy.querySelectorAll('.pin').forEach(pin => pin.remove());
  return copy.textContent.length;
}

/** The point behind so many characters of a piece, for a selection. */
function pointAt(node, offset) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT,
    text => (text.parentElement.closest('.pin') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let left = offset, text = walker.nextNode();
  for (let next = walker.nextNode(); next && left > text.length; next = walker.nextNode()) {
    left -= text.length;
    text = next;
  }
  return [text, Math.min(left, text.length)];
}

/**
 * What is selected of the article, or null: {start, end, words, sentence}; `sentence` is the one in which it begins. Paragraphs are parted
 * by a blank.
 */
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const offset = (node, container, at, otherwise) => (node.contains(container) ? offsetOf(node, container, at) : otherwise);
  const parts = pieces().filter(({ node }) => node.offsetParent && range.intersectsNode(node)).map(({ node, text, start }) => {
    const [from, to] = trimmed(text, offset(node, range.startContainer, range.startOffset, 0), offset(node, range.endContainer, range.endOffset, text.length));
    return { text, start, from, to };
  }).filter(({ from, to }) => from < to);
  if (!parts.length) return null;
  const [first] = parts, last = parts.at(-1);
  const [from, to] = sentencesOf(first.text).find(([, end]) => first.from < end);
  const words = parts.map(part => part.text.slice(part.from, part.to)).join(' ').replace(/\s+/g, ' ');
  return { start: first.start + first.from, end: last.start + last.to, words, sentence: first.text.slice(from, to).replace(/\s+/g, ' ') };
}

/** The first sentence that is in view, the marked one before all others. */
function firstInView(shown) {
  const { top, bottom } = $('.page').getBoundingClientRect();
  const isIn = node => { const box = node.getBoundingClientRect(); return box.bottom > top && box.top < bottom; };
  const mark = $('.text mark');
  const marked = mark && isIn(mark) ? shown.find(({ node }) => node.contains(mark)) : null;
  const piece = marked ?? shown.find(({ node }) => isIn(node));
  if (!piece) return null;
  const at = marked ? offsetOf(piece.node, mark, 0) : 0;
  return { piece, sentence: sentencesOf(piece.text).find(([, end]) => at < end) };
}

/** Selects the next sentence, or with -1 the one before; without a selection the one that is in view. Returns whether there is one. */
export function selectSentence(by) {
  const shown = pieces().filter(({ node, text }) => node.offsetParent && text.trim());
  const now = selected();
  const found = now ? neighbour(shown, now, by) : firstInView(shown);
  if (!found?.sentence) return false;
  const { piece: { node }, sentence: [from, to] } = found;
  getSelection().setBaseAndExtent(...pointAt(node, from), ...pointAt(node, to));
  const page = $('.page'), box = page.getBoundingClientRect(), words = getSelection().getRangeAt(0).getBoundingClientRect();
  if (words.top < box.top + 64 || words.bottom > box.bottom - 16) page.scrollTop += words.top - box.top - box.height / 3;
  return true;
}

function neighbour(shown, { start, end }, by) {
  const inOrder = by > 0 ? shown.filter(piece => piece.end > end) : shown.filter(piece => piece.start < start).reverse();
  for (const piece of inOrder) {
    const sentences = sentencesOf(piece.text);
    const sentence = by > 0 ? sentences.find(([from]) => piece.start + from >= end) : sentences.findLast(([, to]) => piece.start + to <= start);
    if (sentence) return { piece, sentence };
  }
  return null;
}
