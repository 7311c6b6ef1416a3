/* Six painted cells over one real field, so that paste, autofill and screen readers just work. */
import { $, $$, each } from '../models/page.js';

const length = 6;

each('.code', (box) => {
  const input = $('input', box), cells = $$('.code__cell', box), submit = $('[type="submit"]', box.closest('form') ?? box);
  const paint = () => {
    input.value = input.value.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, length);
    cells.forEach((cell, at) => {
      cell.textContent = input.value[at] ?? '';
      cell.classList.toggle('is-filled', at < input.value.length);
      cell.classList.toggle('is-next', at === input.value.length);
      cell.classList.toggle('is-at', at === Math.min(input.value.length, length - 1));
    });
    if (submit) submit.disabled = input.value.length !== length;
  };
  input.addEventListener('input', () => {
    box.classList.remove('is-bad');
    input.removeAttribute('aria-invalid');
    paint();
  });
  input.addEventListener('focus', () => {
    input.setSelectionRange(input.value.length, input.value.length);
    paint();
  });
  paint();
});
