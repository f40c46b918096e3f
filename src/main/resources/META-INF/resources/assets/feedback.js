// Thumbs: the thumb counts at once, the reasons after it are optional.

import * as api from './api.js';
import { keepTurn, pressedIn, turnOfButton } from './chat.js';
import { $ } from './dom.js';
import { close, open, toast } from './float.js';

const form = $('#why form');
let rated = null;

/** One after the other: the thumb alone must not arrive after its reasons and replace them. */
let sending = Promise.resolve();

function press(group, feedback) {
  $('[data-good]', group).setAttribute('aria-pressed', String(feedback === 'good'));
  $('[data-bad]', group).setAttribute('aria-pressed', String(feedback === 'bad'));
}

function send(turn, group, feedback, more = {}) {
  const sent = sending.then(() => sendNow(turn, group, feedback, more));
  sending = sent;
  return sent;
}

async function sendNow(turn, group, feedback, more) {
  const before = turn.feedback;
  press(group, feedback);
  try {
    await api.feedback({ message_id: turn.answer.message_id, is_positive: feedback === 'good', ...more });
    turn.feedback = feedback;
    keepTurn(turn);
    return true;
  } catch (problem) {
    press(group, before);
    toast(problem.status === 404 ? 'This answer is too old to be rated: the server no longer keeps it.' : problem.detail, pressedIn(group, feedback));
    return false;
  }
}

/** Starts listening. */
export function start() {
  $('.thread').addEventListener('click', async event => {
    const button = event.target.closest('[data-good], [data-bad]');
    if (!button) return;
    const turn = turnOfButton(button);
    const group = button.closest('.actions');
    if ('good' in button.dataset) {
      if (await send(turn, group, 'good')) toast('Thank you.', pressedIn(group, 'good'));
      return;
    }
    send(turn, group, 'bad');
    form.reset();
    rated = { turn, group };
    open('why', pressedIn(group, 'bad'), { alignEnd: true });
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const given = new FormData(form);
    const note = given.get('note').trim();
    const { turn, group } = rated;
    close({ refocus: true });
    if (await send(turn, group, 'bad', { reasons: given.getAll('reason'), ...(note && { feedback_text: note }) })) toast('Thank you.', pressedIn(group, 'bad'));
  });
}
