// What floats over the page: popovers, placed beside what opened them, that give the focus back when they close, and what is said in passing.

import { $, all } from './dom.js';

let opener = null;
let opened = null;

const MARGIN = 8;

/** Places something beside a control or a range of text, within the window. */
export function place(floating, by, { above = false, alignEnd = false, centred = false } = {}) {
  floating.hidden = false;
  const box = by.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const left = centred ? box.left + (box.width - width) / 2 : alignEnd ? box.right - width : box.left - (by.matches?.('.cite') ? 16 : 0);
  const roomAbove = box.top - height - MARGIN > MARGIN, roomBelow = box.bottom + height + MARGIN < innerHeight;
  const top = above && roomAbove || !roomBelow ? box.top - height - MARGIN : box.bottom + MARGIN;
  floating.style.left = Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN)) + 'px';
  floating.style.top = Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN)) + 'px';
}

/** Where a control is now, for what is said once it is gone. */
export function spotOf(control) {
  const box = control.getBoundingClientRect();
  return { getBoundingClientRect: () => box };
}

const isShown = anchor => anchor && (!anchor.getClientRects || anchor.getClientRects().length > 0);

let toastTimer, toastAnchor;

/** Says something in passing, to everyone, beside what was pressed: a control, words or a spot. Where that is not to be seen, beside the question box. */
export function toast(text, near) {
  const shown = $('.toast');
  clearTimeout(toastTimer);
  shown.hidden = false;
  shown.textContent = text;
  toastAnchor = [near, $('.box'), $('.shared-foot'), $('.top')].find(isShown);
  place(shown, toastAnchor, { above: true, centred: true });
  toastTimer = setTimeout(() => { shown.hidden = true; }, 5000);
}

/** Opens a popover; a second press of the same control closes it. */
export function open(id, by, options) {
  const wasOpenedByThis = opener === by;
  close();
  if (wasOpenedByThis) return false;
  opener = by;
  opened = $('#' + id);
  by.setAttribute('aria-expanded', 'true');
  place(opened, by, options);
  opened.dispatchEvent(new Event('opened'));
  all('input:not(.sr), button', opened).find(control => control.offsetParent)?.focus();
  return true;
}

/** Places the open popover again, after its content changed. */
export function settle() {
  if (opened) place(opened, opener, { alignEnd: opener.closest('.actions') !== null });
}

/** Closes the open popover. Returns whether there was one. */
export function close({ refocus = false } = {}) {
  if (!opened) return false;
  opened.hidden = true;
  opener.setAttribute('aria-expanded', 'false');
  const by = opener;
  opened = opener = null;
  if (refocus) (by.isConnected ? by : $('#ask'))?.focus();
  return true;
}

/** Starts listening. */
export function start() {
  document.addEventListener('click', event => {
    const control = event.target.closest('[data-open]');
    if (control) open(control.dataset.open, control);
    else if (event.target.closest('[data-close]')) {
      const dialog = event.target.closest('dialog');
      if (dialog) dialog.close();
      else close({ refocus: true });
    } else if (opened && event.target.isConnected && !opened.contains(event.target) && !opener.contains(event.target)) close();
  });
  document.addEventListener('focusin', event => {
    if (opened && !opened.contains(event.target) && !opener.contains(event.target)) close();
  });
  document.addEventListener('keydown', event => {
    const menu = event.target.closest?.('[role=menu]');
    if (!menu || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const items = all('[role=menuitem]', menu);
    const at = items.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    items[next % items.length].focus();
  });
  addEventListener('resize', () => {
    settle();
    const said = $('.toast');
    if (said && !said.hidden && isShown(toastAnchor)) place(said, toastAnchor, { above: true, centred: true });
  });
}
