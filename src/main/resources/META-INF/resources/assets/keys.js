// The keyboard. Single keys do nothing while someone types, and can be switched off.

import * as article from './article.js';
import * as cite from './cite.js';
import { $, kept, on } from './dom.js';
import { close } from './float.js';

const dialog = $('#keys');
const SWITCH = 'footnote.single-keys';

/** What else Esc does, before it closes the article and after: each returns whether it did something. */
let firstEscapes = [];
let lastEscapes = [];

const isTyping = target => target.matches('textarea, select, input:not([type=checkbox], [type=radio])') || target.isContentEditable;

/** Closes what lies on top; with nothing open, stops the answer that is being written. */
function escape() {
  const tried = escape => escape();
  return cite.closeCard() || close({ refocus: true }) || firstEscapes.some(tried) || leaveSheet() || lastEscapes.some(tried);
}

const SINGLE = {
  '/': () => $('#ask')?.focus(),
  '?': () => dialog.showModal(),
  j: () => cite.step(1),
  k: () => cite.step(-1),
  b: () => cite.back(),
};

/** Starts listening; `keys` are further single keys and what they do. */
export function start({ first = [], last = [], keys = {} } = {}) {
  firstEscapes = first;
  lastEscapes = last;
  const actions = { ...SINGLE, ...keys };
  const single = $('[data-single-keys]');
  single.checked = kept.read(SWITCH) !== 'off';
  single.addEventListener('change', () => kept.write(SWITCH, single.checked ? 'on' : 'off'));
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      if (!$('dialog[open]') && escape()) event.preventDefault();
      return;
    }
    if (!single.checked || $('dialog[open]') || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key] ?? (/^[1-9]$/.test(event.key) ? () => cite.showNumber(Number(event.key)) : null);
    if (!action) return;
    event.preventDefault();
    action(event);
  });
  on('sheet-left', returnFocus);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-keys]')) dialog.showModal();
    if (event.target.matches('dialog')) event.target.close();
    if (event.target.closest('[data-sheet]')) article.openSheet();
    if (event.target.closest('[data-sheet-close]') || event.target.matches('.app.sheet-open')) leaveSheet();
  });
}

/** Closing the sheet leads back to the mark that opened it, else to the button that did. Returns whether it was open. */
function leaveSheet() {
  if (!article.closeSheet()) return false;
  returnFocus();
  return true;
}

function returnFocus() {
  if (cite.currentTurn()) cite.back();
  else $('[data-sheet]').focus();
}
