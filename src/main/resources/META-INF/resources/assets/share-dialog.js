// Sharing a conversation, and its address for another device.

import * as api from './api.js';
import * as chat from './chat.js';
import * as history from './history.js';
import { $, all, copy, counted, element, icon, iconButton } from './dom.js';
import { close, toast } from './float.js';

const dialog = $('#share');
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

const absolute = path => new URL(path, location.href).href;

/** Says something in the dialog: a toast would lie behind it. */
function say(text, name = 'check') {
  $('[data-share-said]').replaceChildren(...(text ? [icon(name), element('span', {}, text)] : []));
}

const complain = problem => say(
  problem.status === 404 ? 'The server no longer keeps this conversation, so it cannot be shared.' : problem.detail, 'alert');

async function copyLink(link) {
  if (await copy(link)) say('The link is copied. Whoever has it can read this.');
  else say('The browser did not allow copying. Select the link and copy it.', 'alert');
}

function draw() {
  $('[data-shares]').replaceChildren(...history.sharesOf(chat.current().id).map(share => element('li', { 'data-share-id': share.id },
    element('div', { class: 'linked' },
      element('input', { class: 'field', readonly: true, value: absolute(share.url), 'aria-label': `Link to ${counted(share.count, 'answer')}, shared ${day.format(share.at)}` }),
      iconButton('copy', 'Copy this link', { 'data-copy-share': absolute(share.url) })),
    element('p', {}, `${counted(share.count, 'answer')}, shared ${day.format(share.at)}. `,
      element('button', { class: 'link', type: 'button', 'data-take-back': share.id }, 'Take it back')))));
}

async function shareNow(button) {
  const { id, turns } = chat.current();
  say('');
  button.disabled = true;
  try {
    const url = await api.share(id);
    const answered = turns.filter(turn => turn.answer).length;
    history.keepShare({ id: api.idAtEnd(url), url, chatId: id, at: Date.now(), count: answered });
    draw();
    await copyLink(absolute(url));
    $('.links input', dialog)?.select();
  } catch (problem) {
    complain(problem);
  }
  button.disabled = false;
}

async function takeBack(id) {
  say('');
  try {
    await api.takeBack(id);
  } catch (problem) {
    complain(problem);
    return;
  }
  history.forgetShare(id);
  draw();
  say('It is taken back: the link leads nowhere from now on.');
  $('[data-share-now]').focus();
}

function open(pressed) {
  if (!chat.current().turns.some(turn => turn.answer)) {
    toast('There is nothing to share yet. Ask something first.', pressed);
    return;
  }
  close();
  say('');
  draw();
  $('[data-continue-link]').value = absolute('/conversations/' + encodeURIComponent(chat.current().id));
  $('[data-loopback]').hidden = !LOOPBACK.test(location.hostname);
  dialog.showModal();
}

/** Starts listening. */
export function start() {
  document.addEventListener('click', event => {
    const pressed = event.target.closest('button[data-share]');
    if (pressed) open(pressed);
  });
  dialog.addEventListener('click', event => {
    const copied = event.target.closest('[data-copy-share]');
    const bin = event.target.closest('[data-take-back]');
    const now = event.target.closest('[data-share-now]');
    if (copied) copyLink(copied.dataset.copyShare);
    else if (bin) takeBack(bin.dataset.takeBack);
    else if (now) shareNow(now);
    else if (event.target.closest('[data-continue-copy]')) copyLink($('[data-continue-link]').value);
  });
  for (const field of all('input', dialog)) field.addEventListener('focus', () => field.select());
}
