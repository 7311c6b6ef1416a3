/* A form that answers before the server does: like, follow, keep.
   <form data-toggle method="post"><input type="hidden" name="_method" value="PUT"><button aria-pressed="false">
     <span data-n="12">12</span>  a count that goes up and down
     <span data-on="Following" data-off="Follow">Follow</span>  words that change
   The next press sends DELETE, then PUT again. Refused, everything goes back and a slip says so. */
import { $, $$, number } from '../models/page.js';
import { send } from '../models/server.js';
import { failed } from './toast.js';

const draw = (form, on) => {
  const button = $('[aria-pressed]', form), method = $('[name="_method"]', form);
  if (String(on) === button.getAttribute('aria-pressed')) return;
  button.setAttribute('aria-pressed', String(on));
  method.value = on ? 'DELETE' : 'PUT';
  $$('[data-n]', form).forEach((count) => {
    count.dataset.n = String(Number(count.dataset.n) + (on ? 1 : -1));
    count.textContent = number.format(Number(count.dataset.n));
  });
  $$('[data-on]', form).forEach((words) => { words.textContent = on ? words.dataset.on : words.dataset.off; });
};

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form[data-toggle]')) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  const on = $('[aria-pressed]', form).getAttribute('aria-pressed') !== 'true';
  form.dataset.sending = 'true';
  const answer = send(form, { fragment: 'none' });
  draw(form, on);
  form.dispatchEvent(new CustomEvent('toggled', { bubbles: true, detail: on }));
  try {
    await answer;
  } catch {
    draw(form, !on);
    failed();
  } finally {
    delete form.dataset.sending;
  }
});
