// The key that a server beyond this machine may ask for before it lets someone change articles. It is kept until the tab is closed.

import { Problem } from './api.js';
import { $, kept } from './dom.js';

const KEY = 'footnote.key';

const dialog = $('#sign-in');
const explanation = $('[data-sign-in-text]').textContent;

function askForKey(wasWrong) {
  const field = $('#key');
  $('[data-sign-in-text]').textContent = wasWrong ? 'This is not the key of this server. Look at what it was started with.' : explanation;
  field.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  field.focus();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      const isGiven = dialog.returnValue !== '' && field.value !== '';
      if (isGiven) kept.write(KEY, field.value, sessionStorage);
      resolve(isGiven);
    }, { once: true });
  });
}

/** Does something that may need the key: it is handed the key, or null, and done again with another while the server refuses it. */
export async function withKey(action) {
  for (;;) {
    const key = kept.read(KEY, sessionStorage);
    try {
      return await action(key);
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      if (!await askForKey(key !== null)) throw new Problem('Nothing was changed.', 'Nothing was changed: this server asks for a key first.', 401);
    }
  }
}
