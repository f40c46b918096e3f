// One turn as it is drawn: the question, the answer or what came instead, the evidence, what can be done with it.

import * as answers from './answer.js';
import { $, element, icon, iconButton } from './dom.js';

/** The empty frame of a turn. */
function frame(turn) {
  return element('article', { class: 'turn', id: 'turn-' + turn.id, 'data-turn': turn.id, 'aria-labelledby': 'q-' + turn.id },
    element('h2', { class: 'q', id: 'q-' + turn.id, dir: 'auto' }, turn.question));
}

/**
 * A turn that is over. `openId` is the article beside it, `nameOf` names an engine; one that is `isReadOnly` can only be copied.
 */
export function finished(turn, { openId, nameOf, isReadOnly = false }) {
  const root = frame(turn);
  if (turn.answer) addAnswer(root, turn, { openId, nameOf, isReadOnly });
  else if (turn.text) addPartial(root, turn);
  if (turn.problem) root.append(fault(turn));
  return root;
}

/** Whether the footnotes of a turn name their articles: where several were asked. */
export const namesArticles = ({ answer, articleIds }) => answer.citations.length > 0 && (articleIds.length > 1
  || (!articleIds.length && Number($('.app').dataset.articles) > 1) || new Set(answer.citations.map(({ document_id: id }) => id)).size > 1);

const hasBlocks = nodes => nodes.some(node => ['P', 'UL', 'OL'].includes(node.tagName));

/** The text of an answer: a paragraph, or where it has several blocks, what holds them. */
const body = (nodes, className = '') => element(hasBlocks(nodes) ? 'div' : 'p', { class: 'answer' + className, dir: 'auto' }, ...nodes);

function addAnswer(root, turn, { openId, nameOf, isReadOnly }) {
  const { answer } = turn;
  const isRefusal = answer.kind === 'refusal';
  const understood = answers.understood(answer);
  root.classList.toggle('none', isRefusal);
  if (understood) root.append(understood);
  const place = namesArticles(turn) ? null : openId;
  root.append(body(answers.said(answer, place), answers.isQuotation(answer) ? ' answer--quoted' : answers.isShort(answer) ? ' answer--short' : ''));
  if (answer.citations.length) {
    if (isRefusal) root.append(element('p', { class: 'label' }, 'The closest it comes'));
    const quotes = answers.quotes(answer, place);
    if (quotes.length) root.append(element('div', { class: 'quotes' }, ...quotes));
  }
  const offers = isReadOnly || !answer.suggested_questions.length ? [] : suggestions(answer);
  const isOfferFirst = isRefusal || answer.kind === 'chat';
  if (isOfferFirst) root.append(...offers);
  root.append(...answers.remarks(answer));
  root.append(element('div', { class: 'meta' },
    element('div', { class: 'origin' }, answers.sureness(answer), answers.speaker(answer, nameOf)), !isReadOnly && actions(turn)));
  if (!isOfferFirst && offers.length) root.append(element('div', { class: 'next' }, ...offers));
}

const OFFERS = { refusal: 'It does answer', chat: 'You can ask', answer: 'Ask next', summary: 'Ask next' };

function suggestions(answer) {
  return [element('p', { class: 'label' }, OFFERS[answer.kind]),
    element('div', { class: 'chips', role: 'group', 'aria-label': OFFERS[answer.kind] }, ...answer.suggested_questions.slice(0, 3).map(question =>
      element('button', { class: 'chip', type: 'button', 'data-ask': true }, element('span', { dir: 'auto' }, question), icon('arrow'))))];
}

function addPartial(root, turn) {
  root.append(body(answers.saying(turn.text, turn.citations, turn.isMarkdown)));
  if (turn.state === 'stopped') {
    root.append(element('div', { class: 'meta' }, element('span', { class: 'sure' }, icon('stop'), 'Stopped'),
      element('div', { class: 'actions' }, iconButton('again', 'Answer again', { 'data-again': true }))));
  }
}

function actions(turn) {
  const { answer, feedback } = turn;
  const isLinkable = answer.citations.length > 0 && answer.kind !== 'refusal';
  return element('div', { class: 'actions', role: 'group', 'aria-label': 'Answer actions' },
    iconButton('copy', 'Copy answer', { 'data-copy-menu': true, 'aria-haspopup': 'menu', 'aria-expanded': 'false' }),
    isLinkable && iconButton('link', 'Copy link to the cited sentence', { 'data-link': true }),
    answer.engine !== answers.EXTRACTIVE && iconButton('again', 'Answer again', { 'data-again': true }),
    iconButton('up', 'Good answer', { 'data-good': true, 'aria-pressed': String(feedback === 'good') }),
    iconButton('up', 'Bad answer', { 'data-bad': true, 'aria-pressed': String(feedback === 'bad'), 'aria-haspopup': 'dialog' }, 'flip'),
    iconButton('more', 'What can be done with this answer', { class: 'icon only-narrow', 'data-more': true, 'aria-haspopup': 'menu', 'aria-expanded': 'false' }));
}

function fault(turn) {
  return element('div', { class: 'fault', role: 'alert' }, icon('alert'),
    element('div', {}, element('strong', {}, turn.problem.title), element('p', {}, turn.problem.detail)),
    element('button', { class: 'btn', type: 'button', 'data-again': true }, icon('again'), 'Retry'));
}

/** A turn whose answer is being written: {root, text, status}. */
export function live(turn) {
  const root = frame(turn);
  const text = element('div', { class: 'answer', dir: 'auto' }, element('span', { class: 'caret' }));
  const status = element('span', {}, 'Reading');
  root.setAttribute('aria-busy', 'true');
  root.append(text, element('div', { class: 'meta' },
    element('span', { class: 'live', role: 'status' }, element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i')), status),
    element('button', { class: 'btn', type: 'button', 'data-stop': true }, icon('stop'), 'Stop', element('kbd', {}, 'Esc'))));
  return { root, text, status };
}

/** Draws what has been said so far of a turn that is being written. */
export function write(turn, { text }) {
  text.replaceChildren(...answers.saying(turn.text, turn.citations, turn.isMarkdown));
  const last = text.lastElementChild;
  const end = hasBlocks([...text.children]) ? $('li:last-child', last) ?? last : text;
  end.append(element('span', { class: 'caret' }));
}
