// The reading lens: words that are selected in the article can be asked about, looked for elsewhere, traced to who says them, linked to.

import * as article from './article.js';
import * as chat from './chat.js';
import * as check from './check.js';
import * as composer from './composer.js';
import * as scope from './scope.js';
import { selected, selectSentence } from './selection.js';
import { $, all, announce, copy, isNarrow } from './dom.js';
import { place, spotOf, toast } from './float.js';

const bar = $('#lens');
const page = $('.page');

/** A selection that grows under the pointer or the finger is left alone until it rests this long. */
const REST = 150;

/** A question quotes no more than this of what is selected, up to the end of a word. */
const MOST_QUOTED = 300;

const ABOUT = 'What does the article say about';

/** What the bar is for. */
let taken = null;

let isPressed = false;
let isInBar = false;
let timer;

function hide() {
  bar.hidden = true;
  taken = null;
}

/** Closes the bar; the selection stays. Returns whether it was open. */
export function close() {
  clearTimeout(timer);
  const wasOpen = !bar.hidden, hadFocus = bar.contains(document.activeElement);
  hide();
  if (wasOpen && hadFocus) page.focus({ preventScroll: true });
  return wasOpen;
}

function show() {
  const range = getSelection().getRangeAt(0);
  const words = range.getBoundingClientRect(), { top, bottom } = page.getBoundingClientRect();
  if (isNarrow()) {
    bar.hidden = false;                                  // a row below the text
    const hidden = words.bottom - page.getBoundingClientRect().bottom;
    if (hidden > 0 && hidden < bar.offsetHeight) page.scrollTop += hidden + 8;
  } else if (words.bottom > top && words.top < bottom) place(bar, range, { above: true });
  else bar.hidden = true;
}

/** Shows the bar for what is selected, or hides it. */
function refresh() {
  const found = selected();
  if (found) {
    taken = found;
    show();
  } else if (!isInBar && !bar.contains(document.activeElement)) hide();
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, REST);
}

/** Selects the next sentence of the article, or with Shift the one before, and offers what can be done with it. */
export function step({ shiftKey }) {
  article.openSheet();
  page.focus({ preventScroll: true });
  if (!selectSentence(shiftKey ? -1 : 1)) return;
  clearTimeout(timer);
  refresh();
  announce(`Selected: ${taken.words} Tab leads to what can be done with it.`);
}

/** Words as they stand between the quotation marks of a question. */
function quotable(words) {
  const plain = words.replace(/["“”„«»]/g, '').trim();
  return plain.length <= MOST_QUOTED ? plain : plain.slice(0, plain.lastIndexOf(' ', MOST_QUOTED));
}

/** What tells the sentence of the selection from all others and has no quotation mark in it: the selection itself, if it does. */
function telling({ words, sentence }) {
  const isOnce = piece => article.pieces().reduce((count, { text }) => count + text.replace(/\s+/g, ' ').split(piece).length - 1, 0) === 1;
  const isIn = run => run.includes(' ') && sentence.includes(run) && isOnce(run);
  const runs = text => text.split(/["“”„«»]/).map(run => run.trim()).sort((one, other) => other.length - one.length);
  return [...runs(words), ...runs(sentence)].find(isIn) ?? runs(sentence)[0];
}

/** Leads from the article to the conversation. */
function leave() {
  hide();
  article.closeSheet();
  check.close();
}

function ask(question, articleIds) {
  leave();
  $('.thread').focus({ preventScroll: true });
  if (chat.ask(question, { articleIds, isFromArticle: true })) return;
  toast(composer.canAsk() ? 'An answer is being written. Stop it, or wait.' : 'This article can be asked in a moment.');
}

const ACTS = {
  ask({ words }) {
    leave();
    composer.edit(`${ABOUT} “${quotable(words)}”?`, ABOUT.length);
  },
  where({ words }) {
    const { id } = article.openArticle(), ids = scope.articleIds();
    ask(`Where else does it mention “${quotable(words)}”?`, !ids.length || ids.includes(id) ? ids : [id]);
  },
  who: chosen => ask(`Who says “${quotable(telling(chosen))}”?`, [article.openArticle().id]),
  async link({ start, end }) {
    const { id, revision } = article.openArticle();
    const link = new URL(`/articles/${encodeURIComponent(id)}?cite=${start}-${end}&v=${revision}`, location.href).href;
    const words = getSelection().rangeCount ? spotOf(getSelection().getRangeAt(0)) : null;
    close();
    toast(await copy(link) ? 'The link to this passage is copied.' : 'The browser did not allow copying.', words);
  },
};

function onKey(event) {
  if (bar.hidden || event.defaultPrevented) return;
  const active = document.activeElement, isInside = bar.contains(active);
  if (!isInside && active !== document.body && !page.contains(active)) return;
  const buttons = all('button', bar);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Tab' && !event.shiftKey && !isInside) buttons[0].focus();
  else if (step && event.shiftKey) getSelection().modify('extend', step > 0 ? 'forward' : 'backward', 'word');
  else if (step && isInside) buttons.at((buttons.indexOf(active) + step) % buttons.length).focus();
  else return;
  event.preventDefault();
}

/** Starts listening. */
export function start() {
  document.addEventListener('selectionchange', () => { if (!isPressed) soon(); });
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    isInBar = bar.contains(target);
    isPressed = pointerType === 'mouse' && !isInBar;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      if (isPressed) soon();
      isPressed = false;
    });
  }
  bar.addEventListener('mousedown', event => event.preventDefault());          // the words stay selected
  bar.addEventListener('click', ({ target }) => {
    isInBar = false;
    const { lens } = target.closest('button')?.dataset ?? {};
    if (lens && taken) ACTS[lens](taken);
  });
  document.addEventListener('keydown', onKey);
  const follow = () => { if (taken && selected()) show(); };
  page.addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow);
}
