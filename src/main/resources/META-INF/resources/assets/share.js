// The page of a shared conversation: it is read, nothing else.

import * as api from './api.js';
import * as article from './article.js';
import * as cite from './cite.js';
import * as floats from './float.js';
import * as history from './history.js';
import * as keys from './keys.js';
import { finished, namesArticles } from './turn.js';
import { turnOf } from './sync.js';
import { $, element, icon } from './dom.js';

const { share: id } = $('.app').dataset;
const thread = $('.thread');
const nameOf = name => (name === 'llm' ? 'a language model' : name);

function draw(answers) {
  const openId = article.openArticle().id;
  for (const turn of answers.map(turnOf)) {
    const root = finished(turn, { openId, nameOf, isReadOnly: true });
    thread.append(root);
    cite.register({ id: turn.id, root, citations: turn.answer.citations, isNear: turn.answer.kind === 'refusal', isNamed: namesArticles(turn) });
  }
}

function say(title, detail) {
  thread.replaceChildren(element('div', { class: 'fault', role: 'alert' }, icon('alert'), element('div', {}, element('strong', {}, title), element('p', {}, detail))));
}

async function takeBack(button) {
  try {
    await api.takeBack(id);
  } catch (problem) {
    say('It was not taken back.', problem.detail);
    return;
  }
  history.forgetShare(id);
  cite.forget();
  button.hidden = true;
  thread.replaceChildren(element('p', { class: 'shared-note', role: 'status' }, 'It is taken back: this link leads nowhere from now on.'));
}

floats.start();
keys.start();
cite.start();
article.start(() => null, { keepsAddress: true });
const own = $('[data-take-back]');
own.hidden = !history.isOwnShare(id);
own.addEventListener('click', () => takeBack(own));
try {
  draw((await api.shared(id)).turns);
} catch (problem) {
  say(problem.title, problem.detail);
}
