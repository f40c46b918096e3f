// The conversation: asking, the answer as it comes, and what can be done with it.

import * as answers from './answer.js';
import * as api from './api.js';
import * as article from './article.js';
import * as cite from './cite.js';
import * as history from './history.js';
import { $, all, announce, copy, counted, element, icon, iconButton, kept, on, scrolling, toast } from './dom.js';
import { open as openFloat, close as closeFloat } from './float.js';

const LONGEST = 2000;
const DRAFT = 'footnote.draft';

const thread = $('.thread');
const box = $('#ask');
const emptyState = $('.empty');

let chat = history.fresh();
let running = null;

/** The chat that is shown. */
export const current = () => chat;

// Turns

const viewOf = turn => $(`.turn[data-turn="${turn.id}"]`);

function keep(turn) {
  if (history.keep(chat.id, turn)) history.setCurrent(chat.id);
  else toast('This browser keeps no more: this chat will be gone after a reload. Delete an earlier one.');
}

function frame(turn) {
  return element('article', { class: 'turn', id: 'turn-' + turn.id, 'data-turn': turn.id, 'aria-labelledby': 'q-' + turn.id },
    element('h2', { class: 'q', id: 'q-' + turn.id, dir: 'auto' }, turn.question));
}

/** Draws a turn that is over, in place of what stood there. */
function draw(turn) {
  const root = frame(turn);
  const old = viewOf(turn);
  if (turn.answer) drawAnswer(root, turn);
  else if (turn.text) drawPartial(root, turn);
  if (turn.problem) root.append(fault(turn));
  if (old) old.replaceWith(root);
  else thread.append(root);
  cite.register({ id: turn.id, root, citations: turn.answer?.citations ?? turn.citations ?? [], isNear: turn.answer?.kind === 'refusal' });
  return root;
}

function drawAnswer(root, turn) {
  const { answer } = turn;
  const openId = article.openArticle().id;
  const isRefusal = answer.kind === 'refusal';
  root.classList.toggle('none', isRefusal);
  root.append(element('p', { class: 'answer' + (answers.isShort(answer) ? ' answer--short' : ''), dir: 'auto' }, ...answers.said(answer)));
  if (answer.citations.length) {
    if (isRefusal) root.append(element('p', { class: 'label' }, 'The closest it comes'));
    root.append(element('div', { class: 'quotes' }, ...answers.quotes(answer, openId)));
  }
  if (answer.kind !== 'answer' && answer.suggested_questions.length) {
    root.append(element('p', { class: 'label' }, isRefusal ? 'It does answer' : 'You can ask'),
      element('div', { class: 'chips' }, ...answer.suggested_questions.slice(0, 3).map(question =>
        element('button', { class: 'chip', type: 'button', 'data-ask': true }, element('span', { dir: 'auto' }, question), icon('arrow')))));
  }
  root.append(...answers.remarks(answer));
  root.append(element('div', { class: 'meta' }, answers.sureness(answer) ?? element('span', { class: 'sure' }), actions(turn)));
}

function drawPartial(root, turn) {
  root.append(element('p', { class: 'answer', dir: 'auto' }, ...answers.saying(turn.text, turn.citations)));
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
    iconButton('again', 'Answer again', { 'data-again': true }),
    iconButton('up', 'Good answer', { 'data-good': true, 'aria-pressed': String(feedback === 'good') }),
    iconButton('up', 'Bad answer', { 'data-bad': true, 'aria-pressed': String(feedback === 'bad'), 'aria-haspopup': 'dialog' }, 'flip'));
}

function fault(turn) {
  return element('div', { class: 'fault', role: 'alert' }, icon('alert'),
    element('div', {}, element('strong', {}, turn.problem.title), element('p', {}, turn.problem.detail)),
    element('button', { class: 'btn', type: 'button', 'data-again': true }, icon('again'), 'Retry'));
}

// Asking

/** Asks a question, of the open article or of all. */
export function ask(question) {
  const text = question.trim();
  if (!text || text.length > LONGEST || running || !canAsk()) return false;
  const { id } = article.openArticle();
  const turn = { id: crypto.randomUUID?.() ?? `${Date.now()}${Math.random()}`.replace('.', ''), question: text, articleIds: scope() === 'all' ? [] : [id], at: Date.now() };
  chat.turns.push(turn);
  emptyState.remove();
  run(turn);
  return true;
}

async function run(turn) {
  Object.assign(turn, { state: 'running', text: '', citations: [], answer: undefined, problem: undefined, feedback: undefined });
  const controller = new AbortController();
  running = { turn, controller };
  const view = liveView(turn);
  keep(turn);
  refresh();
  follow(view.root, { always: true });
  try {
    const asked = { question: turn.question, conversation_id: chat.id, article_ids: turn.articleIds };
    for await (const { event, data } of api.ask(asked, controller.signal)) take(turn, view, event, data);
    turn.state = 'done';
  } catch (problem) {
    if (controller.signal.aborted) turn.state = 'stopped';
    else Object.assign(turn, { state: 'failed', problem: { title: problem.title ?? 'The answer did not arrive.', detail: problem.detail ?? 'Something on this page went wrong. Your question is kept.' } });
    if (!(problem instanceof api.Problem) && turn.state === 'failed') console.error(problem);
    if (turn.state === 'stopped' && !turn.text) turn.text = '…';
  }
  running = null;
  keep(turn);
  finish(turn);
}

function liveView(turn) {
  const root = frame(turn);
  const text = element('p', { class: 'answer', dir: 'auto' }, element('span', { class: 'caret' }));
  const status = element('span', {}, 'Reading');
  root.setAttribute('aria-busy', 'true');
  root.append(text, element('div', { class: 'meta' },
    element('span', { class: 'live', role: 'status' }, element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i')), status),
    element('button', { class: 'btn', type: 'button', 'data-stop': true }, icon('stop'), 'Stop', element('kbd', {}, 'Esc'))));
  const old = viewOf(turn);
  if (old) old.replaceWith(root);
  else thread.append(root);
  cite.register({ id: turn.id, root, citations: turn.citations, isNear: false });
  return { root, text, status, isDrawing: false, announced: 0 };
}

function take(turn, view, event, data) {
  switch (event) {
    case 'sources': {
      const [best] = data.passages;
      if (best) view.status.textContent = `Reading ${counted(data.passages.length, 'passage')}`;
      break;
    }
    case 'message_delta':
      turn.text += data.content;
      write(turn, view);
      break;
    case 'citation':
      turn.citations.push(data);
      view.status.textContent = `Writing from paragraph ${data.paragraph}`;
      write(turn, view);
      break;
    case 'message_reset':
      turn.text = '';
      turn.citations.length = 0;
      view.announced = 0;
      write(turn, view);
      break;
    case 'message_end':
      turn.answer = data;
      break;
    default: // message_start says nothing that the end does not repeat
  }
}

/** Draws what has been said, at most once a frame, and announces it sentence by sentence. */
function write(turn, view) {
  if (view.isDrawing) return;
  view.isDrawing = true;
  requestAnimationFrame(() => {
    view.isDrawing = false;
    if (running?.turn !== turn) return;
    const isAtEnd = nearEnd();
    view.text.replaceChildren(...answers.saying(turn.text, turn.citations), element('span', { class: 'caret' }));
    const plain = turn.text.replace(/ \[\d+\]/g, '');
    const end = Math.max(...['. ', '! ', '? '].map(stop => plain.lastIndexOf(stop))) + 1;
    if (end > view.announced) {
      announce(plain.slice(view.announced, end));
      view.announced = end;
    }
    turn.announced = view.announced;
    if (isAtEnd) follow(view.root);
    else $('[data-new-below]').hidden = false;
  });
}

function finish(turn) {
  const isAtEnd = nearEnd();
  const hadFocus = viewOf(turn)?.contains(document.activeElement);
  const root = draw(turn);
  if (turn.answer) {
    const sure = $('.sure', root)?.textContent;
    announce([turn.answer.answer_text.slice(turn.announced ?? 0), sure, turn.answer.citations.length && turn.answer.kind !== 'refusal' ? counted(turn.answer.citations.length, 'citation') : '']
      .filter(Boolean).join('. '));
    cite.present({ id: turn.id, root, citations: turn.answer.citations, isNear: turn.answer.kind === 'refusal' });
  } else if (turn.state === 'stopped') announce('Stopped.');
  delete turn.announced;
  if (hadFocus) ($('.actions button, .fault button', root) ?? box).focus({ preventScroll: true });
  if (isAtEnd) follow(root);
  else $('[data-new-below]').hidden = nearEnd();
  refresh();
}

/** Stops the answer that is being written. Returns whether there was one. */
export function stop() {
  running?.controller.abort();
  return running !== null;
}

// Scrolling

const nearEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 48;

/** Goes to the end, but never so far that the question leaves the view. */
function follow(root, { always = false } = {}) {
  const top = root.offsetTop - thread.offsetTop - 24;
  const end = thread.scrollHeight - thread.clientHeight;
  const target = Math.min(end, Math.max(top, 0));
  if (always || target > thread.scrollTop) thread.scrollTop = target;
}

// The box

/** `one` or `all`: which articles the next question is asked of. */
export const scope = () => $('.scope input:checked').value;

const canAsk = () => {
  const { id, state } = article.openArticle();
  return id !== '' && (state === 'ready' || scope() === 'all');
};

/** Brings the box, its button and its hint up to date. */
export function refresh() {
  const length = box.value.trim().length;
  const articles = Number($('.app').dataset.articles);
  const isLong = length > LONGEST;
  $('.send').disabled = !length || isLong || running !== null || !canAsk();
  $('.scope').hidden = articles < 2;
  $('[data-scope-all]').textContent = `All ${articles} articles`;
  box.placeholder = scope() === 'all' && articles > 1 ? 'Ask about all articles' : 'Ask about this article';
  const hint = isLong ? `${length.toLocaleString('en')} of at most 2,000 characters. Shorten the question.`
    : !article.openArticle().id ? 'Add an article first.'
    : !canAsk() ? 'This article can be asked in a moment.'
    : articles < 2 ? 'Answers come from this article only.' : '';
  $('[data-hint]').textContent = hint;
  $('[data-hint]').hidden = !hint;
  $('[data-hint]').classList.toggle('hint--must', isLong);
}

function sendBox() {
  if (running && box.value.trim()) {
    toast('An answer is being written. Stop it, or wait: your question is kept.');
    return;
  }
  if (!ask(box.value)) return;
  box.value = '';
  kept.remove(DRAFT);
  refresh();
}

/** Puts a question into the box, to be changed and asked again. */
export function edit(question) {
  box.value = question;
  box.focus();
  box.setSelectionRange(question.length, question.length);
  kept.write(DRAFT, question);
  refresh();
}

function startBox() {
  box.value = kept.read(DRAFT) ?? '';
  box.addEventListener('input', () => {
    kept.write(DRAFT, box.value);
    refresh();
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendBox();
    } else if (event.key === 'ArrowUp' && !box.value && chat.turns.length) {
      event.preventDefault();
      edit(chat.turns.at(-1).question);
    }
  });
  $('.composer').addEventListener('submit', event => {
    event.preventDefault();
    sendBox();
  });
  $('.scope').addEventListener('change', () => {
    kept.write('footnote.scope', scope());
    refresh();
  });
  const stored = kept.read('footnote.scope');
  if (stored === 'all') $('.scope input[value=all]').checked = true;
}

// Chats

/** Shows another chat; without one, an empty new one. */
export function show(other) {
  stop();
  cite.forget();
  chat = other ?? history.fresh();
  all('.turn').forEach(turn => turn.remove());
  emptyState.remove();
  if (!chat.turns.length) thread.append(emptyState);
  for (const turn of chat.turns) {
    if (turn.state === 'running') {
      Object.assign(turn, { state: 'failed', problem: { title: 'The answer did not arrive.', detail: 'The page was left before it did. Your question is kept.' } });
    }
    draw(turn);
  }
  if (other) history.setCurrent(chat.id);
  else {
    kept.remove('footnote.current', sessionStorage);
    kept.remove('footnote.current');
  }
  thread.scrollTop = thread.scrollHeight;
  $('[data-new-below]').hidden = true;
  refresh();
}

const turnAt = node => chat.turns.find(turn => turn.id === node.closest('.turn')?.dataset.turn);

let copied = null;

function startActions() {
  thread.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) return;
    const turn = turnAt(button);
    if ('ask' in button.dataset) {
      if (running) toast('An answer is being written. Stop it, or wait.');
      else ask($('span', button).textContent);
    } else if ('stop' in button.dataset) stop();
    else if ('again' in button.dataset) {
      if (running) toast('An answer is being written. Stop it, or wait.');
      else run(turn);
    } else if ('copyMenu' in button.dataset) {
      copied = turn;
      openFloat('copy-menu', button, { alignEnd: true });
    } else if ('link' in button.dataset) {
      const link = new URL(turn.answer.citations[0].url, location.href).href;
      toast(await copy(link) ? 'The link to the cited sentence is copied.' : 'The browser did not allow copying.');
    }
  });
  $('#copy-menu').addEventListener('click', async event => {
    const format = event.target.closest('[data-copy]')?.dataset.copy;
    if (!format) return;
    closeFloat({ refocus: true });
    toast(await copy(answers.written(copied.answer, format)) ? 'The answer is copied.' : 'The browser did not allow copying.');
  });
  $('[data-new-below]').addEventListener('click', () => thread.scrollTo({ top: thread.scrollHeight, behavior: scrolling() }));
  thread.addEventListener('scroll', () => { if (nearEnd()) $('[data-new-below]').hidden = true; }, { passive: true });
}

function suggest(questions) {
  const part = $('[data-suggestions]', emptyState);
  $('.asks', part).replaceChildren(...questions.map(question => element('li', {},
    element('button', { type: 'button', 'data-ask': true }, element('span', { dir: 'auto' }, question), icon('arrow')))));
  part.hidden = !questions.length;
}

/** What the feedback needs to know of a turn, and how it says that it changed. */
export const turnOfButton = turnAt;
export const keepTurn = keep;

/** Starts listening, and shows the chat that was shown last. */
export function start() {
  startBox();
  startActions();
  on('article-opened', ({ suggestions }) => {
    if (suggestions) suggest(all('[data-ask] span', suggestions).map(node => node.textContent));
    refresh();
  });
  on('article-ready', known => {
    suggest(known.suggested_questions ?? []);
    refresh();
  });
  const last = history.current();
  if (last) show(last);
  document.documentElement.classList.remove('restoring');
  refresh();
}
