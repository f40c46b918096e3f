// The conversation: asking, the answer as it comes, and what can be done with it.

import * as answers from './answer.js';
import * as api from './api.js';
import * as article from './article.js';
import * as cite from './cite.js';
import * as composer from './composer.js';
import * as engines from './engines.js';
import * as history from './history.js';
import * as scope from './scope.js';
import * as sync from './sync.js';
import * as view from './turn.js';
import { $, all, announce, copy, counted, element, icon, kept, on, scrolling } from './dom.js';
import { open as openFloat, close as closeFloat, toast } from './float.js';

const thread = $('.thread');
const emptyState = $('.empty');

let chat = history.fresh();
let running = null;

/** The chat that is shown. */
export const current = () => chat;

// Turns

const viewOf = turn => $(`.turn[data-turn="${turn.id}"]`);

function keep(turn, owner = chat) {
  if (history.keep(owner.id, turn)) history.setCurrent(chat.id);
  else toast('This browser keeps no more: this conversation will be gone after a reload. Delete an earlier one.');
}

function put(turn, root) {
  const old = viewOf(turn);
  if (old) old.replaceWith(root);
  else thread.append(root);
}

/** Draws a turn that is over, in place of what stood there. */
function draw(turn) {
  const root = view.finished(turn, { openId: article.openArticle().id, nameOf: engines.nameOf });
  put(turn, root);
  cite.register({ id: turn.id, root, citations: turn.answer?.citations ?? turn.citations ?? [], isNear: turn.answer?.kind === 'refusal', isNamed: turn.answer && view.namesArticles(turn) });
  return root;
}

// Asking

/**
 * Asks a question, of the articles that are chosen unless others are given; where it is from the article, that stays where it is. One that is asked before it is known who answers waits; if that turns out to be a
 * remote engine, it goes back into the box, beside the sentence that names the engine.
 */
export function ask(question, { articleIds = scope.articleIds(), isFromArticle = false } = {}) {
  const text = question.trim();
  if (!text || text.length > composer.LONGEST || running || !composer.canAsk()) return false;
  if (!engines.areKnown()) {
    engines.ready.then(() => (engines.chosen().remote ? composer.edit(text) : ask(text, { articleIds, isFromArticle })));
    return true;
  }
  const turn = { id: crypto.randomUUID?.() ?? `${Date.now()}${Math.random()}`.replace('.', ''), question: text, articleIds, isFromArticle, at: Date.now() };
  chat.turns.push(turn);
  emptyState.remove();
  note('');
  run(turn);
  return true;
}

async function run(turn) {
  const engine = engines.chosen().name;
  const earlier = [...(turn.earlier ?? []), turn.answer?.message_id].filter(Boolean);
  Object.assign(turn, {
    state: 'running', text: '', citations: [], answer: undefined, problem: undefined, feedback: undefined, earlier,
    isMarkdown: engine !== answers.EXTRACTIVE,
  });
  const controller = new AbortController();
  const owner = chat;
  running = { turn, controller };
  const live = { ...view.live(turn), isDrawing: false, announced: 0 };
  put(turn, live.root);
  cite.register({ id: turn.id, root: live.root, citations: turn.citations, isNear: false });
  keep(turn);
  composer.setBusy(true);
  follow(live.root, { always: true });
  try {
    const asked = { question: turn.question, conversation_id: chat.id, article_ids: turn.articleIds, engine, ...(earlier.length && { replaces: earlier.at(-1) }) };
    for await (const { event, data } of api.ask(asked, controller.signal)) take(turn, live, event, data);
    turn.state = 'done';
  } catch (problem) {
    if (controller.signal.aborted) turn.state = 'stopped';
    else Object.assign(turn, { state: 'failed', problem: { title: problem.title ?? 'The answer did not arrive.', detail: problem.detail ?? 'Something on this page went wrong. Your question is kept.' } });
    if (!(problem instanceof api.Problem) && turn.state === 'failed') console.error(problem);
    if (turn.state === 'stopped' && !turn.text) turn.text = '…';
  }
  running = null;
  keep(turn, owner);
  if (chat === owner) finish(turn);
  else composer.setBusy(false);
}

function take(turn, live, event, data) {
  switch (event) {
    case 'sources': {
      const [best] = data.passages;
      if (best) live.status.textContent = `Reading ${counted(data.passages.length, 'passage')}`;
      break;
    }
    case 'message_delta':
      turn.text += data.content;
      write(turn, live);
      break;
    case 'citation':
      turn.citations.push(data);
      live.status.textContent = `Writing from paragraph ${data.paragraph}`;
      write(turn, live);
      break;
    case 'message_reset':
      turn.text = '';
      turn.isMarkdown = false;
      turn.citations.length = 0;
      live.announced = 0;
      write(turn, live);
      break;
    case 'message_end':
      turn.answer = data;
      break;
    default: // message_start says nothing that the end does not repeat
  }
}

/** Draws what has been said, at most once a frame, and announces it sentence by sentence. */
function write(turn, live) {
  if (live.isDrawing) return;
  live.isDrawing = true;
  requestAnimationFrame(() => {
    live.isDrawing = false;
    if (running?.turn !== turn) return;
    const isAtEnd = nearEnd();
    view.write(turn, live);
    const plain = turn.text.replace(/ \[\d+\]/g, '');
    const end = Math.max(...['. ', '! ', '? '].map(stop => plain.lastIndexOf(stop))) + 1;
    if (end > live.announced) {
      announce(plain.slice(live.announced, end));
      live.announced = end;
    }
    turn.announced = live.announced;
    if (isAtEnd) follow(live.root);
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
    cite.present({ id: turn.id, root, citations: turn.answer.citations, isNear: turn.answer.kind === 'refusal', isStill: turn.isFromArticle });
  } else if (turn.state === 'stopped') announce('Stopped.');
  delete turn.announced;
  if (hadFocus) ($('.actions button, .fault button', root) ?? $('#ask')).focus({ preventScroll: true });
  if (isAtEnd) follow(root);
  else $('[data-new-below]').hidden = nearEnd();
  composer.setBusy(false);
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

// Chats

/** Says something about the chat that is shown, below its last turn or in its place; an empty text takes it away. */
function note(text) {
  all('[data-chat-note]').forEach(old => old.remove());
  if (!text) return;
  const said = element('p', { class: 'remark chat-note', role: 'status', 'data-chat-note': true }, icon('alert'), element('span', {}, text));
  if (emptyState.isConnected) thread.prepend(said);
  else thread.append(said);
}

/** Shows another chat; without one, an empty new one. */
export function show(other) {
  stop();
  cite.forget();
  note('');
  chat = other ?? history.fresh();
  leaveAddress();
  drawAll();
  if (other) history.setCurrent(chat.id);
  else {
    kept.remove('footnote.current', sessionStorage);
    kept.remove('footnote.current');
  }
  thread.scrollTop = thread.scrollHeight;
  $('[data-new-below]').hidden = true;
  composer.refresh();
  if (other) catchUp(chat);
}

function drawAll() {
  all('.thread .turn').forEach(turn => turn.remove());
  emptyState.remove();
  if (!chat.turns.length) thread.prepend(emptyState);
  for (const turn of chat.turns) {
    if (turn.state === 'running' && running?.turn !== turn) {
      Object.assign(turn, { state: 'failed', problem: { title: 'The answer did not arrive.', detail: 'The page was left before it did. Your question is kept.' } });
    }
    draw(turn);
  }
}

/** The address of a conversation stays only while that conversation is shown. */
function leaveAddress() {
  const { conversation } = $('.app').dataset;
  if (!conversation || conversation === chat.id || !location.pathname.startsWith('/conversations/')) return;
  const { id } = article.openArticle();
  window.history.replaceState(window.history.state, '', id ? '/articles/' + encodeURIComponent(id) : '/');
}

const GONE = 'The server no longer keeps this conversation. This is the copy of this browser: a new question is read by itself, without what was said here.';
const GONE_ENTIRELY = 'This conversation has expired, or it was deleted. The server keeps one for some time after its last question.';

/** Adds what was said in a chat on other devices, or says that the server has forgotten it. */
async function catchUp(shown) {
  const found = await sync.catchUp(shown);
  if (chat !== shown || running) return;
  if (found === 'more') {
    history.setCurrent(chat.id);
    const isAtEnd = nearEnd();
    drawAll();
    if (isAtEnd) thread.scrollTop = thread.scrollHeight;
  }
  const isEmpty = !chat.turns.length;
  if (found === 'gone' || isEmpty) {
    if (isEmpty) show(null);
    note(found !== 'gone' ? 'The conversation could not be loaded: the server does not answer. Reload the page to try again.' : isEmpty ? GONE_ENTIRELY : GONE);
    if (isEmpty) thread.scrollTop = 0;
  }
  document.documentElement.classList.remove('restoring');
}

const turnAt = node => chat.turns.find(turn => turn.id === node.closest('.turn')?.dataset.turn);

/** The button of a turn that does this; on a phone the one whose menu does. */
export function pressedIn(root, what) {
  const button = $(`[data-${what}]`, root);
  return button?.offsetParent ? button : $('[data-more]', root);
}

/** The turn whose menu is open. */
let copied = null;

/** Opens the menu that a phone has in place of the row of buttons. */
function openMenu(turn, button) {
  const menu = $('#answer-menu');
  for (const item of all('[data-act]', menu)) {
    const original = $(`[data-${item.dataset.act}]`, viewOf(turn));
    item.hidden = !original;
    $('svg', item)?.toggleAttribute('hidden', original?.getAttribute('aria-pressed') !== 'true');
  }
  copied = turn;
  openFloat('answer-menu', button, { alignEnd: true });
}

function startActions() {
  thread.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) return;
    const turn = turnAt(button);
    if ('ask' in button.dataset) {
      if (running) toast('An answer is being written. Stop it, or wait.', button);
      else ask($('span', button).textContent);
    } else if ('stop' in button.dataset) stop();
    else if ('again' in button.dataset) {
      if (running) toast('An answer is being written. Stop it, or wait.', button);
      else run(turn);
    } else if ('more' in button.dataset) openMenu(turn, button);
    else if ('copyMenu' in button.dataset) {
      copied = turn;
      openFloat('copy-menu', button, { alignEnd: true });
    } else if ('link' in button.dataset) {
      const link = new URL(turn.answer.citations[0].url, location.href).href;
      toast(await copy(link) ? 'The link to the cited sentence is copied.' : 'The browser did not allow copying.', pressedIn(viewOf(turn), 'link'));
    }
  });
  for (const menu of all('#copy-menu, #answer-menu')) {
    menu.addEventListener('click', async event => {
      const { copy: format, act } = event.target.closest('[role=menuitem]')?.dataset ?? {};
      if (!format && !act) return;
      closeFloat({ refocus: true });
      if (act) $(`[data-${act}]`, viewOf(copied)).click();
      else toast(await copy(answers.written(copied.answer, format)) ? 'The answer is copied.' : 'The browser did not allow copying.', pressedIn(viewOf(copied), 'copy-menu'));
    });
  }
  $('[data-new-below] button').addEventListener('click', () => thread.scrollTo({ top: thread.scrollHeight, behavior: scrolling() }));
  thread.addEventListener('scroll', () => { if (nearEnd()) $('[data-new-below]').hidden = true; }, { passive: true });
}

function suggest(from) {
  const part = $('[data-suggestions]', emptyState);
  const found = from && $('[data-suggestions]', from);
  if (!found) return;
  $('.asks', part).replaceChildren(...all('[data-ask] span', found).map(node => element('li', {},
    element('button', { type: 'button', 'data-ask': true }, element('span', { dir: 'auto' }, node.textContent), icon('arrow')))));
  part.hidden = found.hidden;
}

/** What the feedback needs to know of a turn, and how it says that it changed. */
export const turnOfButton = turnAt;
export const keepTurn = keep;

/** Starts listening, and shows the chat that the address names, else the one that was shown last. */
export function start() {
  composer.start({ ask, last: () => chat.turns.at(-1)?.question });
  startActions();
  on('article-opened', ({ page }) => suggest(page));
  on('article-ready', ({ page }) => suggest(page));
  const { conversation } = $('.app').dataset;
  const first = conversation ? history.load(conversation) ?? { id: conversation, turns: [] } : history.current();
  if (first) show(first);
  if (chat.turns.length || !conversation) document.documentElement.classList.remove('restoring');
  composer.refresh();
}
