// What every part of the page needs of the document. Text enters it as text nodes only.

export const $ = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const narrow = matchMedia('(max-width: 56rem)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the article is a sheet over the chat. */
export const isNarrow = () => narrow.matches;

/** How a scroll may move for this reader. */
export const scrolling = () => (calm.matches ? 'auto' : 'smooth');

/** Calls back when the article turns into a sheet or back. */
export const onLayoutChange = listener => narrow.addEventListener('change', listener);

/** An element; attributes that are null or false are left out, strings among the children become text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the sprite. */
export function icon(name, className) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  use.setAttribute('href', '#i-' + name);
  svg.append(use);
  return svg;
}

/** A button that shows an icon only; its label is its name and its tooltip. */
export const iconButton = (name, label, attributes = {}, className) =>
  element('button', { class: 'icon', type: 'button', 'aria-label': label, title: label, ...attributes }, icon(name, className));

/** Says something to a screen reader. */
export function announce(text) {
  const announcer = $('[data-announcer]');
  announcer.append(element('p', {}, text));
  while (announcer.childElementCount > 20) announcer.firstElementChild.remove();
}

/** Tells the other parts that something happened. */
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent('footnote:' + name, { detail }));

/** Calls back when another part tells that something happened. */
export const on = (name, listener) => document.addEventListener('footnote:' + name, event => listener(event.detail));

/** 1 sentence, 2 sentences. */
export const counted = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Copies text, also where the page was not loaded over a secure connection. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { class: 'sr', 'aria-hidden': 'true' });
    const focused = document.activeElement;
    area.value = text;
    ($('dialog[open]') ?? document.body).append(area); // behind an open dialog nothing can be selected
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
    return isCopied;
  }
}

/** What the browser keeps; where it keeps nothing, reads find nothing and writes are forgotten. */
export const kept = {
  read(key, storage = localStorage) {
    try { return storage.getItem(key); } catch { return null; }
  },
  write(key, value, storage = localStorage) {
    try { storage.setItem(key, value); return true; } catch { return false; }
  },
  remove(key, storage = localStorage) {
    try { storage.removeItem(key); } catch { /* was not kept either */ }
  },
};
