// What may be done here, and by which key: the server says it with the page, and again when another key is used. What may not be done is not shown.

import * as api from './api.js';
import { $, kept, tell } from './dom.js';

const KEY = 'footnote.key';

const page = document.body;
/** Whether the browser has a key of its own, by which a private page was opened. */
const isOpened = 'signedIn' in page.dataset;
const without = { may: page.dataset.may, takesKeys: 'takesKeys' in page.dataset };

/** Whether a key is in use. It is kept until the tab is closed. */
export const hasKey = () => kept.read(KEY, sessionStorage) !== null;

/** Whether something may be done: manage, language-model. */
export const may = what => (page.dataset.may ?? '').split(' ').includes(what);

function show({ may: allowed, takesKeys }) {
  page.dataset.may = allowed;
  $('[data-signing]').hidden = !hasKey() && !isOpened && !takesKeys;
  $('[data-sign-in]').hidden = !takesKeys;
  $('[data-sign-out]').hidden = !hasKey() && !isOpened;
  tell('access');
}

async function ask() {
  const { read, ask: asks, language_model: model, manage, takes_keys: takesKeys } = await api.access();
  const words = [[read, 'read'], [asks, 'ask'], [model, 'language-model'], [manage, 'manage']];
  return { may: words.filter(([isAllowed]) => isAllowed).map(([, word]) => word).join(' '), takesKeys };
}

/** Uses a key from now on, or none. Resolves to whether the server knows it, and shows what it lets one do. */
export async function use(key) {
  api.useKey(key);
  if (key === null) kept.remove(KEY, sessionStorage);
  else kept.write(KEY, key, sessionStorage);
  let now = without;
  let isKnown = false;
  if (key !== null) {
    try {
      now = await ask();
      isKnown = now.may !== without.may;
    } catch (problem) {
      if (problem.status === 401) api.useKey(null); // a token that is no longer good would have everything refused
    }
  }
  show(now);
  return isKnown;
}

/** Uses no key any more, be it this tab's or the browser's. */
export async function signOut() {
  if (isOpened) {
    kept.remove(KEY, sessionStorage);
    await api.signOut();
    location.assign('/');
  } else await use(null);
}

/** Begins with the key of this tab, if there is one. */
export async function start() {
  const key = kept.read(KEY, sessionStorage);
  if (key === null) show(without);
  else await use(key);
}
