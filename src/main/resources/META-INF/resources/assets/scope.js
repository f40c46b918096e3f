// Which articles the next question is asked of: the open one, all, or some that are picked.

import * as api from './api.js';
import * as article from './article.js';
import { $, all, counted, element, kept, on } from './dom.js';
import { settle } from './float.js';

const SCOPE = 'footnote.scope';
const PICKED = 'footnote.scope.ids';

/** More rows than this are found by typing. */
const MOST_ROWS = 100;

const field = $('.composer .scope');
const panel = $('#scope-panel');
const find = $('#scope-find');

let picked = [];
let known = [];
let changed = () => {};

/** `one`, `all` or `some`. */
export const scope = () => (picked.length ? 'some' : $('input:checked', field)?.value ?? 'one');

/** What a question is sent with: no id stands for all. */
export function articleIds() {
  switch (scope()) {
    case 'all': return [];
    case 'some': return picked;
    default: return [article.openArticle().id];
  }
}

/** What is asked, for the box: "this article", "all articles", "2 articles". */
export const asked = () => ({ one: 'this article', all: 'all articles', some: picked.length === 1 ? 'the picked article' : counted(picked.length, 'article') })[scope()];

function set(ids, radio = 'one') {
  picked = ids;
  for (const input of all('input', field)) input.checked = !ids.length && input.value === radio;
  kept.write(SCOPE, scope());
  kept.write(PICKED, JSON.stringify(ids));
  refresh();
  changed();
}

/** Brings the choice up to date with how many articles there are. */
export function refresh() {
  const count = Number($('.app').dataset.articles);
  for (const choice of all('.scope')) choice.hidden = count < 2;
  for (const label of all('[data-scope-all]')) label.textContent = `All ${count} articles`;
  $('[data-scope-some]').textContent = picked.length ? `${picked.length} of ${count}` : 'Pick';
  const opener = $('[data-open=scope-panel]');
  opener.setAttribute('aria-pressed', String(picked.length > 0));
  opener.setAttribute('aria-label', picked.length ? `${picked.length} of ${count} articles are asked. Pick others` : 'Pick articles to ask');
}

function draw() {
  const sought = find.value.trim().toLowerCase();
  const fitting = known.filter(({ title }) => title.toLowerCase().includes(sought));
  $('[data-scope-list]').replaceChildren(...fitting.slice(0, MOST_ROWS).map(({ id, title, state }) => element('li', {},
    element('label', { class: 'tick' }, element('input', { type: 'checkbox', value: id, checked: picked.includes(id), disabled: state === 'failed' }),
      element('span', { dir: 'auto' }, title)))));
  find.hidden = known.length < 8;
  $('[data-scope-note]').textContent = fitting.length > MOST_ROWS ? `${counted(fitting.length - MOST_ROWS, 'more article')}: type a part of the title.`
    : picked.length ? `${counted(picked.length, 'article')} will be asked.` : 'Tick the articles that are to be asked. With none, it is the one that is open.';
  settle();
}

/** Takes up which articles there are; one that is gone cannot be asked any more. */
function take(articles) {
  known = articles;
  const left = picked.filter(id => articles.some(one => one.id === id));
  if (left.length < picked.length) set(left);
  if (!panel.hidden) draw();
}

async function load() {
  try {
    take(await api.articles());
    if (!panel.hidden && !panel.contains(document.activeElement)) $('input:not([hidden])', panel)?.focus();
  } catch (problem) {
    $('[data-scope-note]').textContent = problem.detail;
  }
}

function stored() {
  try { return JSON.parse(kept.read(PICKED)) ?? []; } catch { return []; }
}

/** Starts listening; `onChange` is called when something else will be asked. */
export function start(onChange) {
  changed = onChange;
  field.addEventListener('change', event => set([], event.target.value));
  panel.addEventListener('opened', () => {
    find.value = '';
    draw();
    load();
  });
  panel.addEventListener('change', ({ target }) => {
    if (!target.matches('[type=checkbox]')) return;
    set(target.checked ? [...picked, target.value] : picked.filter(id => id !== target.value));
    draw();
    $(`[value="${CSS.escape(target.value)}"]`, panel)?.focus();
  });
  find.addEventListener('input', draw);
  on('articles', take);
  const last = kept.read(SCOPE);
  if (last === 'all') set([], 'all');
  else if (last === 'some' && stored().length) {
    set(stored());
    load();
  }
}
