// The box: what is being typed, which articles it goes to, who answers.

import { may } from './access.js';
import * as article from './article.js';
import * as engines from './engines.js';
import * as scope from './scope.js';
import { $, kept, on } from './dom.js';
import { toast } from './float.js';

/** The longest question, in UTF-16 units. */
export const LONGEST = 2000;

const DRAFT = 'footnote.draft';

const box = $('#ask');
let isBusy = false;

/** Whether a question can be asked now. */
export function canAsk() {
  const { id, state } = article.openArticle();
  return id !== '' && (state === 'ready' || scope.scope() !== 'one');
}

/** Says whether an answer is being written. */
export function setBusy(isRunning) {
  isBusy = isRunning;
  refresh();
}

/** Brings the box, its button and its hint up to date. */
export function refresh() {
  const length = box.value.trim().length;
  const articles = Number($('.app').dataset.articles);
  const isLong = length > LONGEST;
  $('.send').disabled = !length || isLong || isBusy || !canAsk();
  scope.refresh();
  box.placeholder = `Ask about ${articles > 1 ? scope.asked() : 'this article'}`;
  const hint = isLong ? `${length.toLocaleString('en')} of at most 2,000 characters. Shorten the question.`
    : !article.openArticle().id ? may('manage') ? 'Add an article first.' : 'There is no article to ask yet.'
    : !canAsk() ? 'This article can be asked in a moment.'
    : articles < 2 ? 'Answers come from this article only.' : '';
  $('[data-hint]').textContent = hint;
  $('[data-hint]').hidden = !hint;
  $('[data-hint]').classList.toggle('hint--must', isLong);
}

/** Puts a question into the box, to be changed and asked; with `selected`, so many characters of it are there to be typed over. */
export function edit(question, selected = 0) {
  box.value = question;
  box.focus();
  box.setSelectionRange(selected ? 0 : question.length, selected || question.length);
  kept.write(DRAFT, question);
  refresh();
}

/** Starts listening. `ask` takes a question and returns whether it could; `last` gives the last one that was asked, if any. */
export function start({ ask, last }) {
  const send = () => {
    if (isBusy && box.value.trim()) {
      toast('An answer is being written. Stop it, or wait: your question is kept.', $('.send'));
      return;
    }
    const question = box.value;
    box.value = '';
    if (ask(question)) kept.remove(DRAFT);
    else box.value = question;
    refresh();
  };
  box.value = kept.read(DRAFT) ?? '';
  box.addEventListener('input', () => {
    kept.write(DRAFT, box.value);
    refresh();
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && !box.value && last()) {
      event.preventDefault();
      edit(last());
    }
  });
  $('.composer').addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
  scope.start(refresh);
  for (const event of ['article-opened', 'article-ready']) on(event, refresh);
  engines.start();
}
