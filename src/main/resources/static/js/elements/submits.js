/* `<select data-submits>` sends its form when something is chosen; the button for those without script goes away. */
import { $, each } from '../models/page.js';

each('[data-submits]', (choice) => {
  choice.addEventListener('change', () => choice.form.requestSubmit());
  const button = $('[data-submits-too]', choice.form);
  if (button) button.hidden = true;
});
