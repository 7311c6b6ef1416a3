/* `data-dismiss` takes the nearest [data-dismissable] away and hands the focus on. */
import { $ } from '../models/page.js';

document.addEventListener('click', (event) => {
  const card = event.target.closest('[data-dismiss]')?.closest('[data-dismissable]');
  if (!card) return;
  const neighbour = card.nextElementSibling ?? card.previousElementSibling;
  card.remove();
  (neighbour && $('button, a', neighbour))?.focus();
});
