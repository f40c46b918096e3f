// The key that a server beyond this machine asks for before it lets someone change articles or have a language model answer.

import * as access from './access.js';
import { Problem } from './api.js';
import { $ } from './dom.js';
import { toast } from './float.js';

const dialog = $('#sign-in');
const explanation = $('[data-sign-in-text]').textContent;

function askForKey(wasWrong) {
  const field = $('#key');
  $('[data-sign-in-text]').textContent = wasWrong ? 'This is not a key of this server, or it may not do that. Look at what it was made for.' : explanation;
  field.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  field.focus();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue !== '' && field.value !== '' ? field.value : null), { once: true });
  });
}

/** Does something that may need a key, and does it again with another while the server refuses it. */
export async function withKey(action) {
  for (;;) {
    try {
      return await action();
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      const key = await askForKey(access.hasKey());
      if (key === null) throw new Problem('Nothing was changed.', 'Nothing was changed: this server asks for a key first.', 401);
      await access.use(key);
    }
  }
}

/** The dialog takes the focus, which closes the panel that it was opened from. */
function backToPanel() {
  if ($('#library').hidden) $('[data-open=library]').click();
}

async function signIn() {
  for (let wasWrong = false; ; wasWrong = true) {
    const key = await askForKey(wasWrong);
    if (key === null) return backToPanel();
    if (await access.use(key)) {
      backToPanel();
      toast(access.may('manage') ? 'You can add and delete articles now.' : 'Signed in. This key may ask, and not change articles.');
      return;
    }
    await access.use(null);
  }
}

/** Starts listening. */
export function start() {
  $('[data-sign-in]').addEventListener('click', signIn);
  $('[data-sign-out]').addEventListener('click', async () => {
    await access.signOut();
    toast('Signed out.');
  });
  return access.start();
}
