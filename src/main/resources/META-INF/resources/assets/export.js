// A conversation as one page that needs nothing else: questions, answers, the articles they cite, and footnotes that lead from one to the other.

import * as answers from './answer.js';
import * as api from './api.js';
import { $, all, element } from './dom.js';

const STYLE = `:root { color-scheme: light dark; background: Canvas; color: CanvasText; } a { color: LinkText; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Georgia, serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; } .q { margin-top: 2.5rem; font-size: 1.125rem; } .note, .where, footer { font: .875rem/1.5 system-ui, sans-serif; opacity: .85; }
blockquote { margin: .75rem 0; padding-left: .75rem; border-left: 2px solid #b98900; }
.cite, .back { padding: 0 .3em; font: 700 .75rem/1 system-ui, sans-serif; vertical-align: super; text-decoration: none; }
mark { background: light-dark(#fff1b5, #3f3814); color: inherit; } .place:target { outline: 3px solid #b98900; outline-offset: 2px; }
figure { margin: 0 0 0 1rem; } .title { font-size: 1.5rem; margin: 0; } article { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid; } td, th { padding: .2em .6em .2em 0; text-align: left; vertical-align: top; }
pre { white-space: pre-wrap; } @media print { article { break-before: page; } }`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Everything that asks for a script, a picture or the server goes; a link that leads nowhere becomes its words. */
function bare(root) {
  for (const node of all('svg, button, script, .sr', root)) node.remove();
  return root;
}

/** Where the citations stand in an article as the server set it; the ids of those that still fit. */
function mark(text, places) {
  const found = new Set();
  for (const paragraph of all('.par', text)) {
    const words = paragraph.textContent;
    const start = Number(paragraph.dataset.start), end = start + words.length;
    const here = places.filter(place => place.start < end && start < place.end
      && place.quote.slice(Math.max(0, start - place.start), Math.max(0, end - place.start)) === words.slice(Math.max(0, place.start - start), place.end - start));
    if (!here.length) continue;
    const cuts = [...new Set([start, end, ...here.flatMap(place => [place.start, place.end])])].filter(at => at >= start && at <= end).sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const over = here.filter(place => place.start <= cuts[i] && cuts[i + 1] <= place.end);
      const said = words.slice(cuts[i] - start, cuts[i + 1] - start);
      for (const place of over) {
        if (found.has(place.id)) continue;
        found.add(place.id);
        pieces.push(element('a', { class: 'place back', id: place.id, href: '#' + place.from, 'aria-label': `Back to the question “${place.question}”` }, '↩'));
      }
      pieces.push(over.length ? element('mark', {}, said) : said);
    }
    paragraph.replaceChildren(...pieces);
  }
  return found;
}

/** An article as the file holds it. */
async function articleOf(id, title, places) {
  const section = element('article', { id: 'article-' + id });
  try {
    const text = bare($('.text .body', await api.page(id)));
    const found = mark(text, places);
    for (const node of all('[id^=p]', text)) node.removeAttribute('id');
    // A heading that is the title stands in the text already, where it may have been cited.
    if (!$('.title', text)) section.append(element('h2', { dir: 'auto' }, title));
    section.append(...text.childNodes);
    return { section, found };
  } catch (problem) {
    if (!(problem instanceof api.Problem)) throw problem;
    section.append(element('h2', { dir: 'auto' }, title), element('p', { class: 'note' }, 'This article was gone when the conversation was saved. The sentences that were cited stand under the answers.'));
    return { section, found: new Set() };
  }
}

/** Leads each footnote of a turn to its sentence in this file; one whose sentence is not there any more is plain text. */
function lead(root, citations, idOf, found) {
  for (const link of all('a[data-index]', root)) {
    const id = idOf(citations.find(({ index }) => index === Number(link.dataset.index)));
    if (found.has(id)) link.setAttribute('href', '#' + id);
    else link.replaceWith(element('span', { class: link.className }, link.textContent));
  }
}

/** The conversation as the text of an HTML file. */
export async function asPage({ turns }) {
  const answered = turns.filter(turn => turn.answer);
  const idOf = at => citation => `c${at + 1}-${citation.index}`;
  const titles = new Map(answered.flatMap(turn => turn.answer.citations).map(citation => [citation.document_id, citation.document_title]));
  const places = answered.flatMap(({ question, answer }, at) => answer.citations.map(citation => ({
    id: idOf(at)(citation), from: `q${at + 1}`, question, article: citation.document_id,
    start: citation.start_char_index, end: citation.end_char_index, quote: citation.cited_text,
  })));
  const articles = await Promise.all([...titles].map(([id, title]) => articleOf(id, title, places.filter(place => place.article === id))));
  const found = new Set(articles.flatMap(one => [...one.found]));
  const sections = answered.map(({ question, answer }, at) => {
    const root = element('section', { id: `q${at + 1}` }, element('h2', { class: 'q', dir: 'auto' }, question),
      element('div', { class: 'answer', dir: 'auto' }, ...answers.said(answer, null)),
      ...answers.quotes(answer, null), ...[answers.sureness(answer)].filter(Boolean), ...answers.remarks(answer));
    lead(bare(root), answer.citations, idOf(at), found);
    return root;
  });
  const file = document.implementation.createHTMLDocument('Conversation with Footnote');
  file.documentElement.lang = 'en';
  const policy = file.createElement('meta');
  policy.setAttribute('http-equiv', 'Content-Security-Policy');
  policy.setAttribute('content', POLICY);
  const charset = file.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  file.head.prepend(charset, policy);
  file.body.append(element('main', {}, element('h1', {}, 'Conversation with Footnote'), ...sections, ...articles.map(one => one.section)));
  // The policy of this page allows no style in a document that it makes; that of the file does.
  return '<!doctype html>\n' + file.documentElement.outerHTML.replace('</head>', () => `<style>${STYLE}</style></head>`);
}
