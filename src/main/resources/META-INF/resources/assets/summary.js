// The summary of the open article above the first questions: its sentences are footnotes to themselves.

import * as article from './article.js';
import * as cite from './cite.js';
import { $, all, on } from './dom.js';

const root = $('[data-summary]');

/** A citation as an answer has it, from a footnote mark and the sentence before it. */
function citationOf(link) {
  const { id, title } = article.openArticle();
  const sentence = link.previousElementSibling;
  const [start, end] = new URL(link.href).searchParams.get('cite').split('-').map(Number);
  return {
    index: Number(link.dataset.index), document_id: id, document_title: title, cited_text: sentence.textContent, start_char_index: start,
    end_char_index: end, answer_start_char_index: null, answer_end_char_index: null, paragraph: Number(sentence.dataset.paragraph),
    page: null, support: 'supported', url: link.getAttribute('href'),
  };
}

function take(page) {
  const found = page && $('[data-summary]', page);
  if (found) {
    root.hidden = found.hidden;
    $('p', root).replaceChildren(...[...$('p', found).childNodes].map(node => document.importNode(node, true)));
  }
  cite.register({ id: 'summary', root, citations: all('.cite', root).map(citationOf), isNear: false, isLasting: true, place: 'summary' });
}

/** Starts listening. Before the article is taken up. */
export function start() {
  on('article-opened', ({ page }) => take(page));
  on('article-ready', ({ page }) => take(page));
}
