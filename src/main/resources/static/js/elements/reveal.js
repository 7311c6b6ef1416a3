/* `data-reveal="#password"` shows and hides what is typed there. */
import { $, icon } from '../models/page.js';

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-reveal]');
  if (!button) return;
  const field = $(button.dataset.reveal), show = field.type === 'password';
  field.type = show ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(show));
  icon(button, show ? 'eye-off' : 'eye');
});
