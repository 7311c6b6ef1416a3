/* `data-share="/path"` hands a link to the device's own share sheet, or copies it. */
import { copy } from './copy.js';

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-share]');
  if (!button) return;
  const url = new URL(button.dataset.share || location.pathname, location.origin).href;
  if (!navigator.share) return copy(url);
  try {
    await navigator.share({ title: button.dataset.title || document.title, url });
  } catch (refusal) {
    if (refusal.name !== 'AbortError') copy(url);
  }
});
