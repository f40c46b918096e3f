// The article: opening another one, and placing marks in it by counting, never by guessing.

import * as api from './api.js';
import { $, all, element, isNarrow, onLayoutChange, tell } from './dom.js';
import { toast } from './float.js';

/** The pieces of the text that stand in the page as they are: paragraphs, and the cells of tables. */
let paragraphs = [];

/** The rows of tables, each as the article has it. */
let rows = [];

/** Whether the address of the page follows the article that is open. */
let isAddressed = true;

/** The pieces of the text in their order: {node, text, start, end}. */
export const pieces = () => paragraphs;

/** What is open: its id, title, revision and state; the id is empty where the library is. */
export function openArticle() {
  const { article, title, revision, state } = $('.text').dataset;
  return { id: article, title, revision, state };
}

/** The revision that a citation was made for, from its link. */
const revisionOf = citation => new URL(citation.url, location.href).searchParams.get('v');

function read() {
  paragraphs = all('.par').map(node => {
    const start = Number(node.dataset.start);
    const text = node.textContent;
    return { node, text, start, end: start + text.length };
  });
  rows = all('.text tr[data-text]').map(({ dataset }) => ({ text: dataset.text, start: Number(dataset.start) }));
}

/** Shows another article. Rejects with a Problem if there is none. */
export async function open(id, { remember = true } = {}) {
  if (id === openArticle().id) return;
  const page = await api.page(id);
  $('.text').replaceWith(document.adoptNode($('.text', page)));
  $('.page').scrollTop = 0;
  document.title = page.title;
  $('[data-switch-title]').textContent = openArticle().title;
  if (remember && isAddressed) {
    const address = '/articles/' + encodeURIComponent(id);
    if (isSheetOpen()) history.replaceState({ ...history.state, article: id }, '', address);
    else history.pushState({ article: id }, '', address);
  }
  opened(page);
}

function opened(page) {
  read();
  const { id } = openArticle();
  if (id) document.cookie = `article=${encodeURIComponent(id)}; path=/; max-age=31536000; samesite=lax`;
  tell('article-opened', { page });
  watch();
}

let watching;

/** Follows an article on its way into the index until it can be asked. */
function watch() {
  clearTimeout(watching);
  const { id, state } = openArticle();
  if (!id || state !== 'indexing') return;
  watching = setTimeout(async () => {
    try {
      const known = await api.article(id);
      if (openArticle().id !== id) return;
      const text = $('.text');
      text.dataset.state = known.state;
      $('[data-percent]').textContent = Math.floor(known.progress * 100);
      if (known.state === 'ready') {
        $('[data-getting-ready]').hidden = true;
        tell('article-ready', { page: await api.page(id) });
      }
    } catch { /* asked again below: the server may be restarting */ }
    watch();
  }, 800);
}

function partsOf(start, end) {
  return paragraphs.filter(paragraph => paragraph.start < end && start < paragraph.end);
}

function fits(start, quote) {
  const parts = partsOf(start, start + quote.length);
  return parts.length > 0 && parts.every(({ text, start: begin, end }) => {
    const from = Math.max(begin, start), to = Math.min(end, start + quote.length);
    return text.slice(from - begin, to - begin) === quote.slice(from - start, to - start);
  });
}

function placesOf(quote) {
  const found = [];
  for (const { text, start } of [...paragraphs.filter(({ node }) => !node.closest('tr')), ...rows]) {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(start + at);
  }
  return found;
}

/** Where a citation stands in the open article: by its offsets if they fit, else where its quote is unique, else null. */
export function locate(citation) {
  const { start_char_index: start, end_char_index: end, cited_text: quote } = citation;
  const { id, revision } = openArticle();
  if (citation.document_id !== id) return null;
  const made = revisionOf(citation);
  const isSame = (made === null || made === revision) && fits(start, quote);
  const places = isSame ? [start] : placesOf(quote);
  if (places.length !== 1) return null;
  const moved = places[0] - start;
  // Where the answer is the whole sentence, nothing in it stands out.
  const isAll = citation.answer_start_char_index === start && citation.answer_end_char_index === end;
  const words = isAll ? null : citation.answer_start_char_index;
  return {
    index: citation.index, start: start + moved, end: end + moved,
    wordsStart: words === null ? null : words + moved,
    wordsEnd: words === null ? null : citation.answer_end_char_index + moved,
  };
}

/** Takes every mark away. */
export function clear() {
  for (const { node, text } of paragraphs) if (node.firstElementChild) node.replaceChildren(text);
}

/**
 * Marks places, as locate gives them. With `pins`, the number of each stands in the margin and leads back to its answer: a map from
 * number to address.
 */
export function mark(places, pins = new Map()) {
  clear();
  for (const paragraph of paragraphs) {
    const here = places.filter(place => place.start < paragraph.end && paragraph.start < place.end);
    if (here.length) set(paragraph, here, pins);
  }
  placePins();
}

function set({ node, text, start, end }, places, pins) {
  const inside = offset => offset !== null && offset > start && offset < end;
  const bounds = places.flatMap(place => [place.start, place.end, place.wordsStart, place.wordsEnd]).filter(inside);
  const cuts = [...new Set([start, ...bounds, end])].sort((a, b) => a - b);
  const pieces = [];
  let open = { key: '', target: null };
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i], to = cuts[i + 1];
    const over = places.filter(place => place.start <= from && to <= place.end);
    const key = over.map(place => place.index).join(' ');
    if (!key) {
      open = { key: '', target: null };
      pieces.push(text.slice(from - start, to - start));
      continue;
    }
    if (key !== open.key) {
      for (const place of over) if (pins.has(place.index) && place.start === from) pieces.push(pin(place.index, pins));
      open = { key, target: element('mark', { tabindex: '-1', 'data-citations': key }) };
      pieces.push(open.target);
    }
    const words = over.some(place => place.wordsStart !== null && place.wordsStart <= from && to <= place.wordsEnd);
    const said = text.slice(from - start, to - start);
    open.target.append(words ? element('strong', { class: 'words' }, said) : said);
  }
  node.replaceChildren(...pieces);
}

const pin = (index, pins) => element('a', {
  class: 'pin', href: pins.get(index), 'data-index': index, 'aria-label': `Footnote ${index}: back to the answer`,
}, String(index));

/** Pins stand beside the first line of their mark, below one another where two begin on one line. */
function placePins() {
  let last = null;
  for (const node of all('.pin')) {
    const item = node.closest('[data-n]');
    let next = node.nextElementSibling;
    while (next && !next.matches('mark')) next = next.nextElementSibling;
    if (!next) continue;
    let top = next.getClientRects()[0].top - item.getBoundingClientRect().top;
    if (last && last.item === item && top < last.top + 26) top = last.top + 26;
    node.style.top = top + 'px';
    last = { item, top };
  }
}

/** The first mark of that number. */
export const markOf = index => $(`.text mark[data-citations~="${index}"]`);

/** Whether the article lies over the chat. */
export const isSheetOpen = () => $('.app').classList.contains('sheet-open');

/** Opens the article over the chat, where it is not beside it anyway. Going back closes it. */
export function openSheet() {
  if (!isNarrow() || isSheetOpen()) return;
  const { id } = openArticle();
  history.pushState({ article: id, sheet: id }, '');
  $('.app').classList.add('sheet-open');
  const reader = $('.reader');
  reader.setAttribute('role', 'dialog');
  reader.setAttribute('aria-modal', 'true');
  for (const behind of all('.top, .chat')) behind.inert = true;
  $('[data-sheet-close]').focus({ preventScroll: true });
}

/** Closes it; `isBack`: because the reader went back. Returns whether it was open. */
export function closeSheet({ isBack = false } = {}) {
  if (!isSheetOpen()) return false;
  $('.app').classList.remove('sheet-open');
  const reader = $('.reader');
  reader.removeAttribute('role');
  reader.removeAttribute('aria-modal');
  for (const behind of all('.top, .chat')) behind.inert = false;
  const { sheet } = history.state ?? {};
  if (!isBack && sheet !== undefined) {
    if (sheet === openArticle().id) history.back();
    else history.replaceState({ article: openArticle().id }, '');
  }
  return true;
}

/** Says above the text that a passage could not be placed. */
export function say(text) {
  all('[data-changed]').forEach(note => note.remove());
  if (!text) return;
  const note = element('p', { class: 'notice', role: 'status', 'data-changed': true }, element('span', {}, text));
  $('[data-notices]').append(note);
  $('.page').scrollTop = 0;
}

/**
 * Takes up the article that the server rendered. `quoteOfLink` finds the citation that a link was made from; a page that is about
 * something else than an article keeps its address.
 */
export function start(quoteOfLink, { keepsAddress = false } = {}) {
  const { id } = openArticle();
  isAddressed = !keepsAddress;
  const asked = new URLSearchParams(location.search);
  history.replaceState({ article: id }, '');
  opened(null);
  if (asked.has('cite')) {
    const made = quoteOfLink(id, asked.get('cite'), asked.get('v'));
    const place = made && !$('#cited') ? locate(made) : null;
    if (place) {
      all('[data-notices] [role=status]').forEach(note => note.remove());
      mark([place]);
      say('This article has changed since the link was made. The sentence was found again.');
      markOf(place.index).scrollIntoView({ block: 'center' });
    }
    openSheet();
    $('#cited')?.scrollIntoView({ block: 'center' });
    $('#cited')?.focus({ preventScroll: true });
    $('#cited')?.classList.add('lit');
  }
  addEventListener('popstate', event => {
    if (closeSheet({ isBack: true })) tell('sheet-left');
    const back = event.state?.article;
    if (back) open(back, { remember: false }).catch(problem => toast(problem.detail));
  });
  addEventListener('resize', placePins);
  onLayoutChange(closeSheet);
}

