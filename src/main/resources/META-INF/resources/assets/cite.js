// Citations: the card, the way to the sentence and the way back.

import * as article from './article.js';
import { placeOf, quoted } from './answer.js';
import { $, all, copy, icon, isNarrow, on, scrolling } from './dom.js';
import { place, toast } from './float.js';

const turns = new Map();

/** Whose citations the article shows, and which of them is the current one. */
let shown = { turn: null, index: null };

const OPEN_AFTER = 150;
const CLOSE_AFTER = 250;

/**
 * Makes the citations of a turn known: {id, root, citations, isNear}; with isLasting they outlive a change of chats, with isNamed each
 * names its article, and `place` is what the way back leads to, where that is no answer.
 */
export const register = turn => turns.set(turn.id, turn);

/** Forgets every turn, for another chat. */
export function forget() {
  for (const [id, { isLasting }] of turns) if (!isLasting) turns.delete(id);
  shown = { turn: null, index: null };
  article.clear();
  foot();
}

const turnOf = node => turns.get(node.closest('[data-turn]')?.dataset.turn);
const citationOf = link => turnOf(link)?.citations.find(citation => citation.index === Number(link.dataset.index));

/** The turn that was touched last. */
export const currentTurn = () => shown.turn;

/** Marks what a turn cites in the open article, and stays where the reader is. */
function light(turn, index) {
  shown = { turn, index };
  for (const link of all('.cite[aria-current]')) link.removeAttribute('aria-current');
  turn.root.querySelectorAll(`.cite[data-index="${index}"]`).forEach(link => link.setAttribute('aria-current', 'true'));
  const places = turn.citations.map(article.locate).filter(Boolean);
  const pins = new Map(turn.isNear ? [] : turn.citations.map(citation => [citation.index, '#' + turn.root.id]));
  article.mark(places, pins);
  for (const pin of all('.pin')) if (Number(pin.dataset.index) === index) pin.setAttribute('aria-current', 'true');
  foot();
  return places.find(placed => placed.index === index);
}

function foot() {
  const { turn, index } = shown;
  $('.reader-foot').hidden = !turn;
  if (!turn) return;
  const at = turn.citations.findIndex(citation => citation.index === index);
  $('[data-position]').textContent = turn.isNear ? 'Closest sentence' : `Citation ${at + 1} of ${turn.citations.length}`;
  all('[data-step]').forEach(button => { button.hidden = turn.citations.length < 2; });
  $('[data-back]').setAttribute('href', '#' + turn.root.id);
  $('[data-back]').textContent = `Back to the ${turn.place ?? 'answer'}`;
}

/** Shows the newest answer's citations beside it, where the article is beside it; one that is still does not move the article. */
export function present(turn) {
  const first = turn.citations.find(citation => citation.document_id === article.openArticle().id);
  if (!first) return;
  const placed = light(turn, first.index);
  if (placed && !isNarrow() && !turn.isNear && !turn.isStill) article.markOf(first.index)?.scrollIntoView({ behavior: scrolling(), block: 'center' });
}

/** Follows a citation: opens its article if need be, goes to its sentence, or says why it cannot. */
export async function show(turn, index, pressed = $(`.cite[data-index="${index}"]`, turn.root)) {
  hide();
  const citation = turn.citations.find(other => other.index === index);
  if (citation.document_id !== article.openArticle().id) {
    try {
      await article.open(citation.document_id);
    } catch (problem) {
      toast(problem.status === 404 ? 'This article has been deleted since.' : problem.detail, pressed);
      return;
    }
  }
  const placed = light(turn, index);
  article.openSheet();
  article.say(placed ? '' : 'This passage has changed since it was cited, so nothing is marked.');
  if (!placed) {
    $('.page').focus({ preventScroll: true });
    return;
  }
  const mark = article.markOf(index);
  mark.scrollIntoView({ behavior: scrolling(), block: 'center' });
  mark.classList.add('lit');
  mark.focus({ preventScroll: true });
}

/** Goes to the next or the previous citation of the current answer. */
export function step(by, pressed) {
  const { turn, index } = shown;
  if (!turn?.citations.length) return;
  const at = turn.citations.findIndex(citation => citation.index === index);
  const next = turn.citations[(at + by + turn.citations.length) % turn.citations.length];
  show(turn, next.index, pressed);
}

/** Goes to the citation of that number, if the current answer has it. */
export function showNumber(number) {
  if (shown.turn?.citations.some(citation => citation.index === number)) show(shown.turn, number);
}

/** Returns to the answer whose citation is shown. */
export function back() {
  const { turn, index } = shown;
  article.closeSheet();
  if (!turn) return;
  const link = $(`.cite[data-index="${index}"]`, turn.root) ?? $('.where', turn.root);
  (turn.place ? link : turn.root)?.scrollIntoView({ behavior: scrolling(), block: 'nearest' });
  link?.focus({ preventScroll: true });
  // After a scroll, so that the card of the focused mark does not cover what was scrolled to.
  hide();
}

// The card

const card = $('#card');
let timer, cardLink;

function fill(link) {
  const citation = citationOf(link);
  if (!citation) return false;
  $('#card-title').textContent = citation.document_title;
  $('[data-card-place]').textContent = `paragraph ${citation.paragraph}`;
  $('[data-card-sure]').replaceChildren(...(citation.support === 'supported' ? [icon('sure'), 'Exact quote'] : [icon('about'), 'Exact quote, check it']));
  $('blockquote', card).replaceChildren(...quoted(citation));
  return true;
}

function reveal(link) {
  clearTimeout(timer);
  if (!link.isConnected || !fill(link)) return;
  cardLink = link;
  place(card, link, { above: true });
}

function hide() {
  clearTimeout(timer);
  card.hidden = true;
  cardLink = null;
}

/** Closes the card. Returns whether it was open. */
export function closeCard() {
  const wasOpen = !card.hidden, link = cardLink, hadFocus = card.contains(document.activeElement);
  hide();
  if (wasOpen && hadFocus) { isReturning = true; link?.focus(); isReturning = false; }
  return wasOpen;
}

let isReturning = false;

const soon = link => { clearTimeout(timer); timer = setTimeout(reveal, OPEN_AFTER, link); };
const later = () => { clearTimeout(timer); timer = setTimeout(hide, CLOSE_AFTER); };

function startCard() {
  const hovers = matchMedia('(hover: hover)').matches;
  const inCard = node => card.contains(node);
  document.addEventListener('pointerover', event => {
    const link = event.target.closest?.('.cite');
    if (link && hovers && event.pointerType !== 'touch') soon(link);
    else if (inCard(event.target)) clearTimeout(timer);
  });
  document.addEventListener('pointerout', event => {
    const left = event.target.closest?.('.cite') ?? (inCard(event.target) ? card : null);
    if (left && !left.contains(event.relatedTarget) && !inCard(document.activeElement)) later();
  });
  document.addEventListener('focusin', event => {
    const link = event.target.closest?.('.cite');
    if (link?.matches(':focus-visible') && !isReturning) soon(link);
    else if (!inCard(event.target) && !card.hidden) later();
    else if (inCard(event.target)) clearTimeout(timer);
  });
  // The card stands at the end of the document, so Tab is led into it and out of it again.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Tab' || card.hidden) return;
    const buttons = all('button', card);
    const active = document.activeElement;
    const leads = active === cardLink && !event.shiftKey ? buttons[0]
      : active === buttons[0] && event.shiftKey ? cardLink
      : active === buttons.at(-1) && !event.shiftKey ? after(cardLink) : null;
    if (!leads) return;
    event.preventDefault();
    if (leads !== buttons[0]) hide();
    isReturning = leads === cardLink;
    leads.focus();
    isReturning = false;
  });
  $('.chat').addEventListener('scroll', () => { if (!card.hidden && !inCard(document.activeElement)) hide(); }, { passive: true, capture: true });
  $('[data-card-open]').addEventListener('click', () => show(turnOf(cardLink), Number(cardLink.dataset.index)));
  $('[data-card-copy]').addEventListener('click', async ({ currentTarget: pressed }) => {
    const { cited_text: quote } = citationOf(cardLink);
    toast(await copy(quote) ? 'The quote is copied.' : 'The browser did not allow copying.', pressed);
  });
}

function after(link) {
  const stops = all('a[href], button:not([disabled]), textarea', $('.chat')).filter(node => node.offsetParent);
  return stops[stops.indexOf(link) + 1] ?? $('#ask');
}

const isPlainClick = event => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Starts listening. */
export function start() {
  document.addEventListener('click', event => {
    if (!isPlainClick(event)) return;
    const link = event.target.closest('[data-turn] .cite, [data-turn] .where');
    const pin = event.target.closest('.pin, [data-back]');
    const mark = event.target.closest('.text mark');
    const stepper = event.target.closest('[data-step]');
    if (link && turnOf(link)) {
      event.preventDefault();
      show(turnOf(link), Number(link.dataset.index), link);
    } else if (pin) {
      event.preventDefault();
      if (pin.dataset.index) shown.index = Number(pin.dataset.index);
      back();
    } else if (mark && shown.turn && getSelection().isCollapsed) {
      shown.index = Number(mark.dataset.citations?.split(' ')[0] ?? shown.index);
      back();
    } else if (stepper) {
      step(Number(stepper.dataset.step), stepper);
    }
  });
  on('article-opened', () => {
    for (const link of all('[data-turn] .where')) if (citationOf(link)) link.textContent = placeOf(citationOf(link), turnOf(link).isNamed ? null : article.openArticle().id);
    if (shown.turn?.citations.some(citation => article.locate(citation))) light(shown.turn, shown.index);
    else { shown = { turn: null, index: null }; foot(); }
  });
  startCard();
}
