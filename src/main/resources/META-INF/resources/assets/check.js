// Checking a text: each of its sentences with what the article says to it.

import * as api from './api.js';
import * as article from './article.js';
import * as cite from './cite.js';
import { mark, placeOf } from './answer.js';
import { $, all, announce, counted, element, icon } from './dom.js';
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
  const shown = [...claims].sort((a, b) => a.start_index - b.start_index).map(claim => ({ ...claim, citations: claim.citations.map(number) }));
  return { claims: shown, citations: [...places.values()] };
}

function verdict(claim, openId) {
  const [name, words] = VERDICTS[claim.support];
  const places = claim.citations.flatMap(citation => [' ', element('a', { class: 'where', href: citation.url, 'data-index': citation.index, dir: 'ltr' }, placeOf(citation, openId))]);
  return element('li', { class: 'verdict verdict--' + claim.support },
    element('p', { class: 'verdict-text', dir: 'auto' }, element('span', { class: 'claim' }, claim.text), ...claim.citations.map(mark)),
    element('p', { class: 'verdict-word' }, element('span', { class: 'sure' }, icon(name), words),
      claim.support === 'unsupported' && places.length > 0 && element('span', {}, 'Closest:'), ...places),
    claim.instead && element('p', { class: 'instead', dir: 'auto' }, 'The article says instead: ', element('q', {}, claim.instead)));
}

/** The claims in their order, with what stands between them. */
function lines(text, claims) {
  const openId = article.openArticle().id;
  const shown = [];
  let at = 0;
  const between = end => {
    const rest = text.slice(at, end).trim();
    if (rest) shown.push(element('li', { class: 'verdict verdict--none' }, element('p', { class: 'verdict-text', dir: 'auto' }, rest)));
  };
  for (const claim of claims) {
    between(claim.start_index);
    shown.push(verdict(claim, openId));
    at = Math.max(at, claim.end_index);
  }
  between(text.length);
  return shown;
}

function tally(claims) {
  const count = support => claims.filter(claim => claim.support === support).length;
  const parts = [[count('supported'), 'supported'], [count('partial'), 'partly supported'], [count('unsupported'), 'not supported']];
  return `${counted(claims.length, 'sentence')}: ${parts.filter(([many]) => many).map(([many, words]) => `${many} ${words}`).join(', ')}.`;
}

function show(text, { claims: given, warnings = [] }) {
  const { claims, citations } = numbered(given);
  const summary = claims.length ? tally(claims) : 'There is no sentence in this text that could be checked.';
  result.replaceChildren(element('h3', { tabindex: '-1' }, summary),
    ...warnings.map(warning => element('p', { class: 'remark' }, icon('alert'), element('span', {}, warning))),
    element('ol', { class: 'verdicts', role: 'list' }, ...lines(text, claims)));
  const turn = { id: 'check', root: result, citations, isNear: false, isLasting: true, place: 'text' };
  cite.register(turn);
  if (citations.length) cite.present(turn);
  announce(summary);
  $('h3', result).focus({ preventScroll: true });
  $('h3', result).scrollIntoView({ block: 'nearest' });
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
    show(text, await api.verify(text, isAll ? [] : [id]));
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

function open() {
  closeFloat();
  toggle(true);
  field.focus();
}

/** Returns to the conversation. Returns whether there was anything to return from. */
export function close() {
  if (panel.hidden) return false;
  toggle(false);
  ($('.top [data-check]').offsetParent ? $('.top [data-check]') : $('#ask')).focus();
  return true;
}

/** Starts listening. */
export function start() {
  document.addEventListener('click', event => {
    if (event.target.closest('button[data-check]')) panel.hidden ? open() : close();
    else if (event.target.closest('[data-check-close]')) close();
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
}
