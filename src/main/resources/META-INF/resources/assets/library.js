// The articles: switching, adding by file, drop or paste, deleting.

import * as api from './api.js';
import * as article from './article.js';
import * as composer from './composer.js';
import * as history from './history.js';
import { $, all, announce, counted, element, icon, iconButton, on, tell } from './dom.js';
import { close, open, settle, spotOf, toast } from './float.js';
import { may } from './access.js';
import { withKey } from './sign-in.js';

/** More rows than this are found by typing. */
const MOST_ROWS = 100;

const panel = $('#library');
const find = $('#find');
let known = [];

async function load() {
  try {
    known = await api.articles();
    tell('articles', known);
    setCount(known.length);
    draw();
  } catch (problem) {
    $('[data-list-note]').textContent = problem.detail;
  }
}

function setCount(count) {
  $('.app').dataset.articles = count;
  composer.refresh();
}

function draw() {
  const sought = find.value.trim().toLowerCase();
  const fitting = known.filter(({ title }) => title.toLowerCase().includes(sought));
  const counts = history.questionCounts();
  const openId = article.openArticle().id;
  $('[data-list]').replaceChildren(...fitting.slice(0, MOST_ROWS).map(one => row(one, one.id === openId, counts.get(one.id))));
  find.hidden = known.length < 5;
  $('[data-list-note]').textContent = !known.length ? 'There is no article yet.'
    : !fitting.length ? 'No article has this in its title.'
    : fitting.length > MOST_ROWS ? `${counted(fitting.length - MOST_ROWS, 'more article')}: type a part of the title.` : '';
  settle();
}

function describe({ characters, state, progress }, asked) {
  const length = counted(characters, 'character');
  if (state === 'indexing') return `${length}, ${Math.floor(progress * 100)}% ready`;
  if (state === 'failed') return `${length}, cannot be asked`;
  return `${length}, ${asked ? counted(asked, 'question') + ' asked' : 'not asked yet'}`;
}

function row(one, isOpen, asked) {
  return element('li', {},
    element('a', { class: 'pick', href: '/articles/' + encodeURIComponent(one.id), 'data-id': one.id, 'aria-current': isOpen ? 'true' : null },
      element('b', { dir: 'auto' }, one.title), element('small', {}, describe(one, asked)), isOpen && icon('check')),
    iconButton('trash', `Delete ${one.title}`, { 'data-delete': one.id, 'data-needs': 'manage' }));
}

/** Asks once more, in place of the row. */
function confirm(one, item) {
  const keep = element('button', { class: 'btn btn--text', type: 'button', onclick: () => { draw(); $(`[data-delete="${CSS.escape(one.id)}"]`)?.focus(); } }, 'Keep');
  const remove = element('button', { class: 'btn btn--danger', type: 'button', onclick: ({ currentTarget }) => drop(one, spotOf(currentTarget)) }, 'Delete');
  item.replaceChildren(element('div', { class: 'confirm', role: 'group', 'aria-label': `Delete ${one.title}?` },
    element('span', {}, 'Delete ', element('b', { dir: 'auto' }, one.title), '? Its answers stay in your conversations, but their marks will lead nowhere.'),
    element('span', { class: 'row-end' }, keep, remove)));
  keep.focus();
  settle();
}

async function drop(one, spot) {
  try {
    await withKey(() => api.removeArticle(one.id));
  } catch (problem) {
    if (problem.status !== 404) {
      toast(problem.detail, spot);
      draw();
      return;
    }
  }
  toast(`“${one.title}” is deleted.`, spot);
  await load();
  if (article.openArticle().id === one.id) {
    if (known.length) await show(known[0].id, { isQuiet: true });
    else location.assign('/');
  }
  find.hidden ? $('[data-choose]').focus() : find.focus();
}

/** Opens an article, or says why it cannot. */
async function show(id, { isQuiet = false, pressed = null } = {}) {
  try {
    await article.open(id);
    draw();
  } catch (problem) {
    toast(problem.status === 404 ? 'This article has been deleted.' : problem.detail, pressed);
    await load();
    return;
  }
  if (isQuiet) return;
  close({ refocus: true });
  article.openSheet();
}

// Adding

let queue = Promise.resolve();

/** Adds files, one after the other, each with its own line of progress. */
function addFiles(files) {
  for (const file of files) {
    const line = progressLine(file.name);
    queue = queue.then(() => {
      line.sent(0);
      return add(line, () => api.addFile(file, line.sent));
    });
  }
}

function progressLine(name) {
  const state = element('small', { role: 'status' }, 'Waiting');
  const bar = element('progress', { max: 1, value: 0, 'aria-label': `Adding ${name}` });
  const dismiss = iconButton('close', 'Dismiss', { hidden: true, onclick: () => { item.remove(); settle(); } });
  const item = element('li', {}, element('b', { dir: 'auto' }, name), state, bar, dismiss);
  $('[data-uploads]').append(item);
  settle();
  return {
    name,
    sent(fraction) {
      bar.value = fraction;
      state.textContent = fraction < 1 ? `Sending, ${Math.floor(fraction * 100)}%` : 'Reading';
      if (fraction >= 1) bar.removeAttribute('value');
    },
    fetching() {
      bar.removeAttribute('value');
      state.textContent = 'Fetching';
    },
    failed(text) {
      item.classList.add('failed');
      state.setAttribute('role', 'alert');
      state.textContent = text;
      bar.remove();
      dismiss.hidden = false;
      settle();
    },
    done() { item.remove(); settle(); },
  };
}

async function add(line, submit) {
  try {
    const added = await withKey(submit);
    line.done();
    announce(`“${added.title}” is added.`);
    await load();
    await show(added.id, { isQuiet: !panel.hidden && $('[data-uploads]').childElementCount > 0 });
    toast(added.state === 'ready' ? `“${added.title}” can be read and asked.` : `“${added.title}” can be read already, and asked in a moment.`,
      panel.hidden ? $('.switch') : $('[data-choose]'));
    return true;
  } catch (problem) {
    line.failed(problem.detail);
    return false;
  }
}

function startPaste() {
  const form = $('[data-paste-form]');
  const toggle = isOpen => {
    form.hidden = !isOpen;
    $('.drop').hidden = isOpen;
    settle();
  };
  $('[data-paste]').addEventListener('click', () => {
    toggle(true);
    form.elements.text.focus();
  });
  $('[data-paste-cancel]').addEventListener('click', () => {
    toggle(false);
    $('[data-paste]').focus();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const { text, title } = form.elements;
    if (!text.value.trim()) return text.focus();
    const line = progressLine(title.value.trim() || 'Pasted text');
    line.sent(1);
    if (await add(line, () => api.addText(text.value, title.value.trim()))) {
      form.reset();
      toggle(false);
    }
  });
}

/** Several addresses may be pasted at once; each has its own line. */
function startAddress() {
  const form = $('[data-address-form]');
  form?.addEventListener('submit', event => {
    event.preventDefault();
    const { address } = form.elements;
    for (const each of address.value.split(/\s+/).filter(Boolean)) {
      const url = /^[a-z][a-z\d+.-]*:\/\//i.test(each) ? each : 'https://' + each;
      const line = progressLine(each);
      queue = queue.then(() => {
        line.fetching();
        return add(line, () => api.addAddress(url));
      });
    }
    form.reset();
  });
}

function startDropping() {
  const over = $('.over-page');
  let depth = 0;
  const hasFiles = event => may('manage') && event.dataTransfer?.types.includes('Files');
  const show = isOver => {
    over.hidden = !isOver;
    $('.drop').classList.toggle('over', isOver);
  };
  document.addEventListener('dragenter', event => { if (hasFiles(event)) { depth++; show(true); } });
  document.addEventListener('dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; show(false); } });
  document.addEventListener('dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  document.addEventListener('drop', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show(false);
    openPanel();
    addFiles(event.dataTransfer.files);
  });
}

function openPanel() {
  if (panel.hidden) $('[data-open=library]').click();
}

/** Starts listening. */
export function start() {
  $('[data-add]').addEventListener('click', ({ currentTarget: button }) => {
    if (open('library', button)) $('[data-choose]').focus();
  });
  panel.addEventListener('opened', () => {
    find.value = '';
    draw();
    load();
  });
  find.addEventListener('input', draw);
  panel.addEventListener('click', event => {
    const pick = event.target.closest('.pick');
    const bin = event.target.closest('[data-delete]');
    if (pick && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(pick.dataset.id, { pressed: spotOf(pick) });
    } else if (bin) confirm(known.find(({ id }) => id === bin.dataset.delete), bin.closest('li'));
    else if (event.target.closest('[data-choose]')) $('#file').click();
  });
  $('#file').addEventListener('change', ({ target }) => {
    addFiles([...target.files]);
    target.value = '';
  });
  on('article-ready', () => { if (!panel.hidden) load(); });
  on('article-opened', () => {
    const { id } = article.openArticle();
    for (const link of all('[data-speakers]')) {
      link.hidden = !id;
      link.setAttribute('href', `/articles/${encodeURIComponent(id)}/speakers`);
    }
  });
  startPaste();
  startAddress();
  startDropping();
}
