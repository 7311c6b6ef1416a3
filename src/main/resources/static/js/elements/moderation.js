/* The queue by keyboard: J and K move, A, L, W, R, S and B choose, Enter decides, U takes the last decision back. Opening a
   matter tells the others that somebody looks at it. */
import { $, $$ } from '../models/page.js';

const choices = { a: 'KEEP', l: 'LIMIT', w: 'WARN', r: 'REMOVE', s: 'SUSPEND', b: 'BAN' };
const form = $('#decision');

const typing = (event) =>
  event.target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, summary') || event.metaKey || event.ctrlKey || event.altKey;

const move = (step) => {
  const items = [...document.querySelectorAll('.q')];
  const here = items.findIndex((item) => item.getAttribute('aria-current'));
  items[here + step]?.click();
};

/* Only what belongs to the choice: days to a suspension, remixes to a removal. */
const fit = () => {
  const chosen = form?.querySelector('[name="outcome"]:checked')?.value;
  $$('[data-when]').forEach((extra) => { extra.hidden = !extra.dataset.when.split(' ').includes(chosen); });
};

if (form) {
  form.addEventListener('change', fit);
  fit();
}

const claim = $('[data-claim="true"]');
if (claim) {
  fetch(claim.action, { method: 'POST', body: new URLSearchParams(new FormData(claim)), redirect: 'manual' }).catch(() => {});
}

$('.q[aria-current]')?.scrollIntoView({ block: 'nearest' });

document.addEventListener('keydown', (event) => {
  if (typing(event)) return;
  const key = event.key.toLowerCase();
  if (key === 'j') move(1);
  else if (key === 'k') move(-1);
  else if (key === 'u') $('[data-undo]')?.requestSubmit();
  else if (key === 'enter' && form && !event.target.closest('a, button')) form.requestSubmit();
  else if (choices[key]) {
    const choice = form?.querySelector(`[value="${choices[key]}"]`);
    if (choice) {
      choice.checked = true;
      choice.focus();
      fit();
      event.preventDefault();
    }
  }
});
