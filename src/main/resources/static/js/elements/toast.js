/* A slip of paper at the foot of the page. `data-toast="words"` shows one; the server may have laid one out already. */
import { $, $$ } from '../models/page.js';

const box = $('.toasts');
const stay = 6000;

export const toast = (words, action, act) => {
  if (!box || !words) return;
  const slip = document.createElement('div');
  slip.className = 'toast';
  const text = document.createElement('span');
  text.textContent = words;
  slip.append(text);
  if (action) slip.append(button(slip, action, act));
  box.replaceChildren(slip);
  fade(slip);
};

/* The sentences a script may need, written by the server in the reader's language: say('copied'). */
export const say = (key) => box?.dataset[key] ?? '';
export const failed = () => toast(say('failed'));

const button = (slip, action, act) => {
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.textContent = action;
  undo.addEventListener('click', () => { act?.(); slip.remove(); });
  return undo;
};

/* A slip that someone reads or points at stays. */
const fade = (slip) => setTimeout(() => (slip.matches(':hover, :focus-within') ? fade(slip) : slip.remove()), stay);

if (box) $$('.toast', box).forEach(fade);
document.addEventListener('click', (event) => {
  const asked = event.target.closest('[data-toast]');
  if (asked) toast(asked.dataset.toast);
});
