// Checking a text: each of its sentences with what the article says to it.

import * as api from './api.js';
import * as article from './article.js';
import * as cite from './cite.js';
import { mark, placeOf } from './answer.js';
import { $, all, announce, copy, counted, element, icon, scrolling } from './dom.js';
import { close as closeFloat } from './float.js';

/** The longest text that is checked, in UTF-16 units. */
const LONGEST = 20_000;

const VERDICTS = {
  supported: ['sure', 'Supported'],
  partial: ['half', 'Partly supported'],
  unsupported: ['cross', 'Not supported'],
};

const panel = $('#check');
const form = $('[data-check-form]');
const field = $('#check-text');
const result = $('[data-check-result]');

/**
 * Numbers the places that the claims stand on, in the order of their first use; the server numbers those of each claim. One place with
 * other words in it, which say something instead of a claim, is another footnote.
 */
function numbered(claims) {
  const places = new Map();
  const number = citation => {
    const key = `${citation.document_id} ${citation.start_char_index}-${citation.end_char_index} ${citation.answer_start_char_index}-${citation.answer_end_char_index}`;
    if (!places.has(key)) places.set(key, { ...citation, index: places.size + 1 });
    return places.get(key);
  };
  const shown = [...claims].sort((a, b) => a.start_index - b.start_index).map((claim, at) => ({ ...claim, at, citations: claim.citations.map(number) }));
  return { claims: shown, citations: [...places.values()] };
}

/** A sentence as it was written, underlined by how far the article carries it, with its footnote marks. */
function sentence(claim) {
  const [, words] = VERDICTS[claim.support];
  return [element('span', { class: 'checked-sentence checked-sentence--' + claim.support, 'data-sentence': claim.at },
    element('span', { class: 'claim' }, claim.text), element('span', { class: 'sr' }, ` (${words.toLowerCase()})`)), ...claim.citations.map(mark)];
}

/** What the article says to a sentence, beside it. */
function note(claim, openId) {
  const [name, words] = VERDICTS[claim.support];
  const [closest] = claim.citations;
  const places = claim.citations.map(citation => element('a', { class: 'where', href: citation.url, 'data-index': citation.index, dir: 'ltr' }, placeOf(citation, openId)));
  const isQuoted = claim.support !== 'supported' && !claim.instead && closest;
  return element('span', { class: 'note note--' + claim.support, role: 'note' },
    element('span', { class: 'sure' }, icon(name), words), ' ',
    claim.instead && element('span', { class: 'instead', dir: 'auto' }, 'article: ', element('q', {}, claim.instead)), ' ',
    isQuoted && element('span', { class: 'note-words', dir: 'auto' }, claim.support === 'unsupported' ? 'closest: ' : 'article: ', element('q', {}, closest.cited_text)), ' ',
    !closest && element('span', {}, 'Nothing in the article is close to this.'), ...places);
}

/** The text as it was pasted, paragraph by paragraph; what no sentence holds stays between them. */
function typeset(text, claims) {
  const openId = article.openArticle().id;
  const nodes = [];
  let open = [];
  const close = () => {
    if (open.some(node => typeof node !== 'string' || node.trim())) nodes.push(element('p', { dir: 'auto' }, ...open));
    open = [];
  };
  const between = words => words.split(/\n[ \t]*\n|\n(?=[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t])/).forEach((part, i) => {
    if (i) close();
    open.push(part);
  });
  let at = 0;
  for (const claim of claims) {
    between(text.slice(at, claim.start_index));
    open.push(...sentence(claim), note(claim, openId));
    at = Math.max(at, claim.end_index);
  }
  between(text.slice(at));
  close();
  return nodes;
}

const count = (claims, support) => claims.filter(claim => claim.support === support).length;

function tally(claims) {
  const parts = Object.entries(VERDICTS).map(([support, [, words]]) => [count(claims, support), words.toLowerCase()]);
  return `${counted(claims.length, 'sentence')}: ${parts.filter(([many]) => many).map(([many, words]) => `${many} ${words}`).join(', ')}.`;
}

/** The counts, each with its icon; pressing one leads to the first sentence of its kind. */
function counts(claims) {
  return element('div', { class: 'counts', role: 'group', 'aria-label': 'Sentences by how far the article carries them' },
    ...Object.entries(VERDICTS).map(([support, [name, words]]) => element('button', {
      class: 'count count--' + support, type: 'button', 'data-first': support, disabled: !count(claims, support),
    }, icon(name), element('b', {}, String(count(claims, support))), ' ', words)));
}

/** What is shown: its text, the articles it was held against, and its link once it is kept. */
let shown = null;

/** What was said last about the link, with the link itself once there is one. */
function drawLink(said, name = 'check') {
  const { url } = shown;
  const field = url && element('input', { class: 'field', readonly: true, value: new URL(url, location.href).href, 'aria-label': 'Link to this check' });
  field?.addEventListener('focus', () => field.select());
  $('[data-check-link]').replaceChildren(...[field,
    element('p', { class: 'remark', role: 'status' }, said && icon(name), said && element('span', {}, said)),
    url && element('button', { class: 'link', type: 'button', 'data-check-back': true }, 'Take it back')].filter(Boolean));
}

/** Has the server keep the check, once, and copies its link. */
async function copyLink(button) {
  const kept = shown;
  button.disabled = true;
  try {
    if (!kept.url) {
      drawLink('Keeping this check', 'save');
      kept.url = (await api.verify(kept.text, kept.articleIds, true)).url;
    }
    const isCopied = await copy(new URL(kept.url, location.href).href);
    if (shown === kept) {
      drawLink(isCopied ? 'The link is copied. Whoever has it can read this text and its check.' : 'The browser did not allow copying. Select the link and copy it.', isCopied ? 'check' : 'alert');
    }
  } catch (problem) {
    if (shown === kept) drawLink(problem.detail ?? 'Something on this page went wrong.', 'alert');
  }
  button.disabled = false;
}

async function takeBack() {
  try {
    await api.takeCheckBack(api.idAtEnd(shown.url));
  } catch (problem) {
    drawLink(problem.detail, 'alert');
    return;
  }
  shown.url = null;
  drawLink('It is taken back: the link leads nowhere from now on.');
  $('[data-check-copy]').focus();
}

/** Opens the check that the address names. */
async function openKept(id) {
  toggle(true);
  try {
    const kept = await api.keptCheck(id);
    field.value = kept.text;
    refresh();
    show(kept.text, kept, kept.article_ids);
    shown.url = '/checks/' + encodeURIComponent(id);
  } catch (problem) {
    if (!(problem instanceof api.Problem)) console.error(problem);
    fault(problem);
  }
}

function show(text, { claims: given, warnings = [] }, articleIds) {
  shown = { text, articleIds, url: null };
  const { claims, citations } = numbered(given);
  const summary = claims.length ? tally(claims) : 'There is no sentence in this text that could be checked.';
  result.replaceChildren(element('h3', { tabindex: '-1', class: 'tally' }, summary),
    ...(claims.length ? [counts(claims)] : []),
    ...warnings.map(warning => element('p', { class: 'remark' }, icon('alert'), element('span', {}, warning))),
    element('div', { class: 'typeset' }, ...typeset(text, claims)),
    element('div', { class: 'row-end' }, element('button', { class: 'btn', type: 'button', 'data-check-copy': true }, icon('copy'), 'Copy link'),
      element('button', { class: 'btn', type: 'button', 'data-print': true }, icon('print'), 'Print')),
    element('div', { class: 'check-link', 'data-check-link': true }));
  const turn = { id: 'check', root: result, citations, isNear: false, isLasting: true, place: 'text' };
  cite.register(turn);
  if (citations.length) cite.present(turn);
  announce(summary);
  $('h3', result).focus({ preventScroll: true });
  panel.scrollTop = $('h3', result).offsetTop - 12;
}

function refresh() {
  const isLong = field.value.length > LONGEST;
  const limit = $('[data-check-limit]');
  limit.textContent = isLong ? `${field.value.length.toLocaleString('en')} of at most 20,000 characters. Shorten the text.`
    : field.value.length > LONGEST * 0.8 ? `${field.value.length.toLocaleString('en')} of at most 20,000 characters` : 'At most 20,000 characters';
  limit.classList.toggle('hint--must', isLong);
  field.setAttribute('aria-invalid', String(isLong));
  return !isLong;
}

function fault(problem) {
  result.replaceChildren(element('div', { class: 'fault', role: 'alert' }, icon('alert'),
    element('div', {}, element('strong', {}, problem.title ?? 'The text was not checked.'), element('p', {}, problem.detail ?? 'Something on this page went wrong. Your text is kept.'))));
}

async function check() {
  const text = field.value;
  if (!refresh() || !text.trim()) {
    field.focus();
    return;
  }
  const { id } = article.openArticle();
  const isAll = $('[data-check-scope] input:checked').value === 'all' || !id;
  const button = $('[type=submit]', form);
  button.disabled = true;
  button.textContent = 'Checking';
  result.setAttribute('aria-busy', 'true');
  try {
    const articleIds = isAll ? [] : [id];
    show(text, await api.verify(text, articleIds), articleIds);
  } catch (problem) {
    if (!(problem instanceof api.Problem)) console.error(problem);
    fault(problem);
  }
  result.removeAttribute('aria-busy');
  button.textContent = 'Check';
  button.disabled = false;
}

function toggle(isOpen) {
  panel.hidden = !isOpen;
  $('.app').classList.toggle('checking', isOpen);
  $('.chat').setAttribute('aria-label', isOpen ? 'Check a text' : 'Conversation');
  for (const button of all('[data-check][aria-pressed]')) button.setAttribute('aria-pressed', String(isOpen));
}

/** What opened the check. */
let opener = null;

function open(by) {
  closeFloat();
  opener = by;
  toggle(true);
  field.focus();
}

/** Returns to the conversation. Returns whether there was anything to return from. */
export function close() {
  if (panel.hidden) return false;
  toggle(false);
  (opener?.isConnected && opener.offsetParent ? opener : $('#ask')).focus();
  return true;
}

/** Starts listening. */
export function start() {
  document.addEventListener('click', event => {
    const by = event.target.closest('button[data-check]');
    if (by) panel.hidden ? open(by) : close();
    else if (event.target.closest('[data-check-close]')) close();
    else if (event.target.closest('[data-print]')) print();
    else if (event.target.closest('[data-check-copy]')) copyLink(event.target.closest('button'));
    else if (event.target.closest('[data-check-back]')) takeBack();
    const first = event.target.closest('[data-first]');
    if (first) $(`.checked-sentence--${first.dataset.first}`, result).scrollIntoView({ behavior: scrolling(), block: 'center' });
  });
  // Before whoever shows the chat, who moves the focus into the box: it must be there by then.
  document.addEventListener('click', event => {
    if (!panel.hidden && event.target.closest('[data-new-chat], [data-chat]')) toggle(false);
  }, { capture: true });
  field.addEventListener('input', refresh);
  form.addEventListener('submit', event => {
    event.preventDefault();
    check();
  });
  const { keptCheck } = $('.app').dataset;
  if (keptCheck) openKept(keptCheck);
}
