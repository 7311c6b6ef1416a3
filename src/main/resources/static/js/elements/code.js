/* Painted cells over one real field, so that paste, autofill and screen readers just work.
   A pasted code takes the place of what was there, and may come as the whole link it was sent in. */
import { $, $$, each } from '../models/page.js';

const shortest = 6;
const tidy = (words) => words.normalize('NFKC').toUpperCase();

each('.code', (box) => {
  const length = Number(box.dataset.cells);
  const input = $('input', box), cells = $$('.code__cell', box), submit = $('[type="submit"]', box.closest('form') ?? box);
  const paint = () => {
    input.value = tidy(input.value).replace(/[^A-Z0-9]/g, '').slice(0, length);
    cells.forEach((cell, at) => {
      cell.textContent = input.value[at] ?? '';
      cell.classList.toggle('is-filled', at < input.value.length);
      cell.classList.toggle('is-next', at === input.value.length);
      cell.classList.toggle('is-at', at === Math.min(input.value.length, length - 1));
    });
    if (submit) submit.disabled = input.value.length < shortest;
  };
  const change = () => {
    box.classList.remove('is-bad');
    input.removeAttribute('aria-invalid');
    paint();
  };
  input.addEventListener('input', (event) => event.isComposing || change()); // an input method may not be interrupted
  input.addEventListener('compositionend', change);
  input.addEventListener('paste', (event) => {
    const code = tidy(event.clipboardData.getData('text')).replace(/[\s-]/g, '').match(/[A-Z0-9]{6,10}$/);
    if (!code) return;
    event.preventDefault();
    [input.value] = code;
    change();
  });
  input.addEventListener('focus', () => {
    if (input.value.length === length) input.select(); else input.setSelectionRange(length, length);
    paint();
  });
  paint();
});
