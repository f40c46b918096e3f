// Earlier chats, a new one, and the chat as a file.

import { written } from './answer.js';
import * as chat from './chat.js';
import * as history from './history.js';
import { $, counted, element, iconButton } from './dom.js';
import { close, settle } from './float.js';

const panel = $('#chats');
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function draw() {
  const all = history.chats();
  const openId = chat.current().id;
  $('[data-chat-list]').replaceChildren(...all.map(one => element('li', {},
    element('button', { class: 'pick', type: 'button', 'data-chat': one.id, 'aria-current': one.id === openId ? 'true' : null },
      element('b', { dir: 'auto' }, one.turns[0].question), element('small', {}, `${counted(one.turns.length, 'question')}, ${day.format(one.updatedAt)}`)),
    iconButton('trash', `Delete the chat “${one.turns[0].question}”`, { 'data-delete-chat': one.id }))));
  $('[data-export]').disabled = !chat.current().turns.some(turn => turn.answer);
  settle();
}

/** The chat in Markdown: every answer with its footnotes, numbered through so that they stay apart in one file. */
function asMarkdown({ turns }) {
  const parts = turns.filter(turn => turn.answer).map((turn, at) =>
    `## ${turn.question}\n\n${written(turn.answer, 'markdown').replace(/\[\^(\d+)\]/g, `[^${at + 1}-$1]`)}`);
  return `# Chat with Footnote\n\n${parts.join('\n\n')}\n`;
}

function save() {
  const url = URL.createObjectURL(new Blob([asMarkdown(chat.current())], { type: 'text/markdown' }));
  const link = element('a', { href: url, download: 'footnote-chat.md' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function startNew() {
  close();
  chat.show(null);
  $('#ask').focus();
}

/** Starts listening. */
export function start() {
  panel.addEventListener('opened', draw);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-new-chat]')) startNew();
  });
  panel.addEventListener('click', event => {
    const pick = event.target.closest('[data-chat]');
    const bin = event.target.closest('[data-delete-chat]');
    if (pick) {
      chat.show(history.load(pick.dataset.chat));
      close();
      $('#ask').focus();
    } else if (bin) remove(history.load(bin.dataset.deleteChat));
    else if (event.target.closest('[data-export]')) save();
  });
}

/** Deletes a chat; until the panel is closed it can be brought back in its place. */
function remove(one) {
  history.remove(one.id);
  const wasShown = chat.current().id === one.id;
  if (wasShown) chat.show(null);
  draw();
  const undo = element('button', { class: 'link', type: 'button', onclick: () => {
    for (const turn of one.turns) history.keep(one.id, turn);
    if (wasShown) chat.show(history.load(one.id));
    draw();
  } }, 'Undo');
  $('[data-chat-list]').prepend(element('li', { class: 'undo' }, element('span', { role: 'status' }, 'The chat is deleted. '), undo));
  undo.focus();
  settle();
}
