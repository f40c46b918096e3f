// Earlier conversations, a new one, and the one that is shown as a file.

import { written } from './answer.js';
import * as api from './api.js';
import * as chat from './chat.js';
import * as history from './history.js';
import { $, all, counted, element, iconButton } from './dom.js';
import { close, settle, spotOf, toast } from './float.js';

const panel = $('#chats');
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function draw() {
  const kept = history.chats();
  const openId = chat.current().id;
  $('[data-chat-list]').replaceChildren(...kept.map(one => element('li', {},
    element('button', { class: 'pick', type: 'button', 'data-chat': one.id, 'aria-current': one.id === openId ? 'true' : null },
      element('b', { dir: 'auto' }, one.turns[0].question), element('small', {}, `${counted(one.turns.length, 'question')}, ${day.format(one.updatedAt)}`)),
    iconButton('trash', `Delete the conversation “${one.turns[0].question}”`, { 'data-delete-chat': one.id }))));
  for (const button of all('[data-export]')) button.disabled = !chat.current().turns.some(turn => turn.answer);
  settle();
}

/** The chat in Markdown: every answer with its footnotes, numbered through so that they stay apart in one file. */
function asMarkdown({ turns }) {
  const parts = turns.filter(turn => turn.answer).map((turn, at) =>
    `## ${turn.question}\n\n${written(turn.answer, 'markdown').replace(/\[\^(\d+)\]/g, `[^${at + 1}-$1]`)}`);
  return `# Conversation with Footnote\n\n${parts.join('\n\n')}\n`;
}

/** Saves the chat: in Markdown, or as one page with the articles that it cites. */
async function save(format, pressed) {
  try {
    if (format === 'markdown') download(asMarkdown(chat.current()), 'text/markdown', 'footnote-conversation.md');
    else download(await (await import('./export.js')).asPage(chat.current()), 'text/html', 'footnote-conversation.html');
  } catch (problem) {
    toast(problem.detail ?? 'The conversation could not be saved.', pressed);
  }
}

function download(text, type, name) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = element('a', { href: url, download: name });
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
    } else if (bin) confirm(history.load(bin.dataset.deleteChat), bin.closest('li'));
    else if (event.target.closest('[data-export]')) save(event.target.closest('[data-export]').dataset.export, event.target.closest('[data-export]'));
  });
}

/** Asks once more, in place of the row. */
function confirm(one, item) {
  const back = () => {
    draw();
    $(`[data-delete-chat="${CSS.escape(one.id)}"]`)?.focus();
  };
  const keep = element('button', { class: 'btn btn--text', type: 'button', onclick: back }, 'Keep');
  const remove = element('button', { class: 'btn btn--danger', type: 'button', onclick: ({ currentTarget }) => drop(one, spotOf(currentTarget)) }, 'Delete conversation');
  const rest = history.sharesOf(one.id).length ? ' What you shared of it can still be read: take it back first if it should not.' : '';
  item.replaceChildren(element('div', { class: 'confirm', role: 'group', 'aria-label': 'Delete this conversation?' },
    element('span', {}, 'Delete ', element('b', { dir: 'auto' }, one.turns[0].question), ` here and on the server?${rest}`), element('span', { class: 'row-end' }, keep, remove)));
  keep.focus();
  settle();
}

async function drop(one, spot) {
  try {
    if (one.turns.some(turn => turn.answer)) await api.forget(one.id);
  } catch (problem) {
    toast(`The conversation is kept: the server could not delete it. ${problem.detail}`, spot);
    draw();
    return;
  }
  history.remove(one.id);
  if (chat.current().id === one.id) chat.show(null);
  draw();
  toast('The conversation is deleted, here and on the server.', spot);
  $('[data-new-chat]', panel).focus();
}
