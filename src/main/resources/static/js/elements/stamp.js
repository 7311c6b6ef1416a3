/* Presses a seal: `data-stamp="#seal"` on a button, or stamp(seal) from a script. */
import { $ } from '../models/page.js';

export const stamp = (seal, move = 'seal--press') => {
  if (!seal) return;
  seal.removeAttribute('hidden');
  seal.classList.remove(move);
  void seal.getBoundingClientRect(); // lets the animation start anew
  seal.classList.add(move);
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-stamp]');
  if (button) stamp($(button.dataset.stamp));
});
