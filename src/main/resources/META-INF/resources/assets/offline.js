// A chat as one web page that opens offline: the questions, the answers and the articles with every cited place. It needs no
// script and loads nothing, and says so in a content security policy of its own.

import * as api from './api.js';
import { written } from './answer.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1f1d; --paper: #fff; --pale: #fdeeb0; --strong: #f5cf3f; --link: #0b6b54 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecea; --paper: #131615; --pale: #4a3d0c; --strong: #8a6a00; --link: #6fd3b0 } }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1rem 6rem; font: 1.0625rem/1.55 Georgia, serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.25 } h2 { margin-top: 2.5rem } a { color: var(--link) } li { margin: .4rem 0 }
sup a { font: .75rem/1 sans-serif; padding: 0 .15rem; text-decoration: none } .said { font-size: 1.25rem; white-space: pre-line }
article { border-top: 1px solid; margin-top: 4rem } mark { color: inherit; background: var(--pale) }
a:target + mark, a:target + a + mark, a:target + a + a + mark { background: var(--strong); outline: 2px solid var(--strong) }
.place { scroll-margin-top: 6rem } footer { margin-top: 4rem; font: .875rem/1.4 sans-serif }`;

/** Where a footnote of a turn leads to; both count from 1. */
const place = (turn, index) => `t${turn}c${index}`;

/** Makes elements of the page to be; text enters it as text only. */
const maker = page => (tag, attributes, ...children) => {
  const made = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** An answer's text with its footnotes as links into the article. */
function said(make, turn, at) {
  return written(turn.answer, 'cited').split('\n').slice(0, -turn.answer.citations.length || undefined).flatMap((line, number) => {
    const parts = line.split(/ ?\[(\d+)\]/);
    const pieces = parts.map((part, i) => (i % 2 ? make('sup', {}, make('a', { href: '#' + place(at, part), 'aria-label': `Footnote ${part}` }, part)) : part));
    return number ? ['\n', ...pieces] : pieces;
  });
}

/** The text cut at every end of a cited place; each piece knows whether it is cited, and which footnotes begin with it. */
function pieces(text, places, from, to) {
  const inside = places.filter(({ start, end }) => start < to && end > from);
  const cuts = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [start, end])])].filter(cut => cut >= from && cut <= to).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, i) => ({
    text: text.slice(cut, cuts[i + 1]),
    cited: inside.some(({ start, end }) => start <= cut && end > cut),
    names: inside.filter(({ start }) => start === cut || (start < from && cut === from)).map(({ name }) => name),
  }));
}

function paragraphs(make, text, places) {
  const named = new Set();
  return [...text.matchAll(/[^\n]+/g)].filter(([line]) => line.trim()).map(({ 0: line, index }) =>
    make('p', {}, ...pieces(text, places, index, index + line.length).flatMap(piece => {
      const anchors = piece.names.filter(name => !named.has(name)).map(name => {
        named.add(name);
        return make('a', { id: name, class: 'place' });
      });
      return [...anchors, piece.cited ? make('mark', {}, piece.text) : piece.text];
    })));
}

async function read(make, id, title, places) {
  try {
    return make('article', {}, make('h2', {}, title), ...paragraphs(make, await api.text(id), places));
  } catch {
    return make('article', {}, make('h2', {}, title), make('p', {}, 'This article is not kept any more; what was cited of it stands with the answers.'),
      ...places.map(({ name }) => make('a', { id: name, class: 'place' })));
  }
}

/** The chat as the text of an HTML file. */
export async function asPage({ turns }) {
  const answered = turns.filter(turn => turn.answer);
  const page = document.implementation.createHTMLDocument(answered[0].question);
  const make = maker(page);
  page.documentElement.lang = 'en';
  page.head.prepend(make('meta', { charset: 'utf-8' }), make('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }));
  page.head.append(make('style', {}, STYLE));
  const main = make('main', {}, make('h1', {}, 'Chat with Footnote'));
  page.body.append(main);
  const articles = new Map();
  answered.forEach((turn, i) => {
    const at = i + 1;
    const { citations } = turn.answer;
    main.append(make('h2', {}, turn.question), make('p', { class: 'said' }, ...said(make, turn, at)));
    if (citations.length) {
      main.append(make('ol', {}, ...citations.map(citation => make('li', { value: citation.index }, make('q', {}, citation.cited_text), ' ',
        make('a', { href: '#' + place(at, citation.index) }, `${citation.document_title}, paragraph ${citation.paragraph}`)))));
    }
    for (const citation of citations) {
      const known = articles.get(citation.document_id) ?? { title: citation.document_title, places: [] };
      known.places.push({ name: place(at, citation.index), start: citation.start_char_index, end: citation.end_char_index });
      articles.set(citation.document_id, known);
    }
  });
  main.append(...await Promise.all([...articles].map(([id, { title, places }]) => read(make, id, title, places))));
  main.append(make('footer', {}, 'Every number leads to the sentence of the article that the answer stands on.'));
  return '<!doctype html>\n' + page.documentElement.outerHTML + '\n';
}
