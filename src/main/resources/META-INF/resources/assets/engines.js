// Who answers: the reader, or a language model where one is set up. A remote one is named before anything is sent to it.

import { may } from './access.js';
import * as api from './api.js';
import { EXTRACTIVE } from './answer.js';
import { $, element, kept, on } from './dom.js';

const CHOICE = 'footnote.engine';

const READER = { name: EXTRACTIVE, remote: false, default: true };

let all = [READER];
let isKnown = false;

/** Resolves when it is known who can answer. */
export let ready = Promise.resolve();

/** Those that may answer for whoever reads this page. */
const allowed = () => (may('language-model') ? all : all.filter(({ name }) => name === EXTRACTIVE));

/** Whether it is known yet who can answer: until then nothing may be sent. */
export const areKnown = () => isKnown;

const labelOf = ({ name, model, remote, host }) => (name === EXTRACTIVE ? 'Reader, no language model'
  : (name === 'llm' || !model ? model ?? name : `${model}, ${name}`) + (remote && host ? ` at ${host}` : ''));

/** What an engine is called; one that is no longer set up keeps its name. */
export const nameOf = name => {
  const engine = all.find(one => one.name === name);
  return engine ? labelOf(engine) : name === 'llm' ? 'a language model' : name;
};

/** The engine that answers the next question. */
export function chosen() {
  const stored = kept.read(CHOICE);
  const known = allowed();
  return known.find(({ name }) => name === stored) ?? known.find(one => one.default) ?? READER;
}

function draw() {
  const engine = chosen();
  const known = allowed();
  $('[data-engine-pick]').hidden = known.length < 2;
  $('[data-engine]').replaceChildren(...known.map(one =>
    element('option', { value: one.name, selected: one.name === engine.name }, labelOf(one))));
  const note = $('[data-engine-note]');
  note.hidden = !engine.remote;
  note.textContent = engine.remote
    ? `Answers come from ${engine.model ?? engine.name} at ${engine.host}: your question and the passages leave this machine.` : '';
}

async function load() {
  try {
    all = await api.engines();
  } catch {
    all = [READER]; // asked for by name, so that nothing leaves the machine unsaid
  }
  isKnown = true;
  draw();
}

/** Starts listening. */
export function start() {
  $('[data-engine]').addEventListener('change', ({ target }) => {
    kept.write(CHOICE, target.value);
    draw();
  });
  on('access', draw);
  ready = load();
}
