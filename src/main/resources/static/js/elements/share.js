/* `<a data-share="/v/…/share">` shows the ways to pass a film on without leaving it; `data-share-url` passes a link on by the
   device's own sheet, or copies it. Inside, `data-share-device` appears where the device has such a sheet. */
import { $, each } from '../models/page.js';
import { fragment } from '../models/server.js';
import { copy } from './copy.js';
import { open } from './dialog.js';
import { failed } from './toast.js';

const sheet = $('#share-sheet');

const pass = async (url, title) => {
  if (!navigator.share) return copy(url);
  try {
    await navigator.share({ title: title || document.title, url });
  } catch (refusal) {
    if (refusal.name !== 'AbortError') copy(url);
  }
};

document.addEventListener('click', async (event) => {
  const asked = event.target.closest('[data-share]'), device = event.target.closest('[data-share-device]'), url = event.target.closest('[data-share-url]');
  if (url) pass(new URL(url.dataset.shareUrl, location.origin).href, url.dataset.title);
  if (device) pass(device.dataset.url, device.dataset.title);
  if (!asked || !sheet || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  try {
    $('[data-share-body]', sheet).replaceChildren(await fragment(asked.href, 'ways'));
    open(sheet, asked);
  } catch {
    failed();
  }
});

each('[data-share-device]', (button) => { button.hidden = !navigator.share; });
