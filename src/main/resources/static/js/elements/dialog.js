/* `data-open="#id"` opens a dialog or a sheet, `data-close` inside it closes it, and so does a press on what lies behind.
   A dialog with `data-modal="false"` leaves the page in reach. Focus goes back to where it came from. */
import { $ } from '../models/page.js';

const openers = new WeakMap();

export const open = (dialog, opener = document.activeElement) => {
  if (!dialog || dialog.open) return;
  openers.set(dialog, opener);
  if (dialog.dataset.modal === 'false') dialog.show(); else dialog.showModal();
};

const outside = (dialog, { clientX: x, clientY: y }) => {
  const paper = dialog.getBoundingClientRect();
  return x < paper.left || x > paper.right || y < paper.top || y > paper.bottom;
};

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-open]');
  if (opener) {
    event.preventDefault();
    opener.closest('[popover]')?.hidePopover();
    open($(opener.dataset.open), opener);
  } else if (event.target.closest('[data-close]')) {
    event.target.closest('dialog')?.close();
  } else if (event.target instanceof HTMLDialogElement && event.target.matches(':modal') && outside(event.target, event)) {
    event.target.close();
  }
});

// a modal dialog does so by itself
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  [...document.querySelectorAll('dialog[open][data-modal="false"]')].at(-1)?.close();
});

document.addEventListener('close', (event) => openers.get(event.target)?.focus?.(), true);
