// A chat and what the server keeps of it: another device may have added turns, or the server may have forgotten it.

import * as api from './api.js';
import * as history from './history.js';

/** A turn as this browser keeps it, from an answer that the server gave elsewhere. */
export const turnOf = answer => ({ id: answer.message_id, question: answer.question, articleIds: [], at: Date.now(), state: 'done', answer });

/** Puts the answers that a chat lacks where they belong among its turns. Returns whether there were any. */
function merge(chat, given) {
  const known = new Set(chat.turns.flatMap(turn => [turn.answer?.message_id, ...(turn.earlier ?? [])]));
  let at = 0, isChanged = false;
  for (const answer of given) {
    const place = chat.turns.findIndex(turn => turn.answer?.message_id === answer.message_id);
    if (place >= 0) at = place + 1;
    if (known.has(answer.message_id)) continue;
    const lost = chat.turns.find(turn => !turn.answer && turn.state !== 'stopped' && turn.question === answer.question);
    if (lost) Object.assign(lost, { state: 'done', answer, problem: undefined });
    else chat.turns.splice(at, 0, turnOf(answer));
    at = lost ? chat.turns.indexOf(lost) + 1 : at + 1;
    isChanged = true;
  }
  return isChanged;
}

/**
 * Adds to a chat what the server keeps of it: `more` when there was something, `same` when not, `gone` when the server keeps none of
 * it, `unknown` when it does not answer. A chat of this browser in which nothing was answered is not asked for.
 */
export async function catchUp(chat) {
  if (chat.turns.length && !chat.turns.some(turn => turn.answer)) return 'same';
  try {
    const { turns } = await api.conversation(chat.id);
    if (!merge(chat, turns)) return 'same';
    history.keepAll(chat);
    return 'more';
  } catch (problem) {
    if (!(problem instanceof api.Problem)) throw problem;
    return problem.status === 404 ? 'gone' : 'unknown';
  }
}
