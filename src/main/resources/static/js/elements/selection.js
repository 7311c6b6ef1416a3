/* Several films at once: what can be done with them appears when the first one is chosen, and says how many there are.
   Without this script it always stands there. */
import { $, $$, each } from '../models/page.js';

each('[data-selection]', (form) => {
  const bar = $('[data-picked]', form), count = $('[data-picked-count]', bar);
  const boxes = () => $$(`input[type="checkbox"][form="${form.id}"]`);
  const follow = () => {
    const many = boxes().filter((box) => box.checked).length;
    bar.toggleAttribute('data-many', many > 0);
    count.textContent = count.dataset.words.replace('#', many);
  };
  document.addEventListener('change', (event) => { if (event.target.getAttribute('form') === form.id) follow(); });
  addEventListener('pageshow', follow);
  follow();
});
