// The chats of this browser. A turn is kept with its whole answer, so that a reload, an export and a later visit show the same
// numbers and the same marks.

import { kept } from './dom.js';

const CHAT = 'footnote.chat.';
const CURRENT = 'footnote.current';
const MOST = 50;

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

/** The chat of that id, or null. */
export const load = id => parsed(kept.read(CHAT + id));

/** Every chat, the one used last first. */
export function chats() {
  let keys = [];
  try { keys = Object.keys(localStorage); } catch { /* nothing is kept in this browser */ }
  return keys.filter(key => key.startsWith(CHAT)).map(key => parsed(kept.read(key)))
    .filter(chat => chat?.turns?.length).sort((a, b) => b.updatedAt - a.updatedAt);
}

/** A chat that has no turn yet; it is kept with its first one. */
export const fresh = () => ({ id: crypto.randomUUID?.() ?? `chat-${Date.now()}-${Math.floor(Math.random() * 1e9)}`, turns: [] });

/** Keeps a turn, new or changed. The chat is read anew, because another tab may have added to it. Returns whether it could be kept. */
export function keep(chatId, turn) {
  const chat = load(chatId) ?? { id: chatId, createdAt: Date.now(), turns: [] };
  const at = chat.turns.findIndex(other => other.id === turn.id);
  if (at < 0) chat.turns.push(turn);
  else chat.turns[at] = turn;
  return keepAll(chat);
}

/** Keeps a chat as it is. The oldest others make room. Returns whether it could be kept. */
export function keepAll(chat) {
  chat.updatedAt = Date.now();
  const text = JSON.stringify(chat);
  const others = chats().filter(other => other.id !== chat.id);
  while (others.length >= MOST) kept.remove(CHAT + others.pop().id);
  while (!kept.write(CHAT + chat.id, text)) {
    if (!others.length) return false;
    kept.remove(CHAT + others.pop().id);
  }
  return true;
}

/** Forgets a chat. */
export const remove = id => kept.remove(CHAT + id);

/** The chat this tab shows, else the one that was shown last in any. */
export function current() {
  const id = kept.read(CURRENT, sessionStorage) ?? kept.read(CURRENT);
  return (id && load(id)) || null;
}

/** Remembers which chat is shown. */
export function setCurrent(id) {
  kept.write(CURRENT, id, sessionStorage);
  kept.write(CURRENT, id);
}

// What was shared from this browser: {id, url, chatId, at, count}

const SHARES = 'footnote.shares';

const allShares = () => parsed(kept.read(SHARES)) ?? [];

/** The shares of a chat, the newest first. */
export const sharesOf = chatId => allShares().filter(share => share.chatId === chatId).reverse();

/** Whether this browser shared that. */
export const isOwnShare = id => allShares().some(share => share.id === id);

export const keepShare = share => kept.write(SHARES, JSON.stringify([...allShares(), share]));

export const forgetShare = id => kept.write(SHARES, JSON.stringify(allShares().filter(share => share.id !== id)));

/** How often each article was asked alone, by its id. */
export function questionCounts() {
  const counts = new Map();
  for (const turn of chats().flatMap(chat => chat.turns)) {
    for (const id of turn.articleIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The citation that a link was made from, if its answer is in one of these chats; links hold no quote. */
export function citationOf(articleId, place, revision) {
  const ending = `/articles/${articleId}?cite=${place}&v=${revision}`;
  return chats().flatMap(chat => chat.turns).flatMap(turn => turn.answer?.citations ?? [])
    .find(citation => citation.url.endsWith(ending)) ?? null;
}
