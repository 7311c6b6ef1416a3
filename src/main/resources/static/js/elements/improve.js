/* "Improve" asks for better words and shows them beside the old ones in a dialog; taken, they stand in the composer, and one
   touch takes them back. Without this script the same words stand on a page of their own. */
import { $, each } from '../models/page.js';
import { csrf, nodes } from '../models/server.js';
import { open } from './dialog.js';
import { failed, toast } from './toast.js';

each('[data-improve]', (button) => {
  const form = button.form, dialog = $(button.dataset.improve), place = $('[data-better-place]', dialog), words = $('#prompt', form);

  const say = (text) => {
    words.value = text;
    words.dispatchEvent(new Event('input', { bubbles: true }));
  };

  button.addEventListener('click', async (event) => {
    event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(button.formAction, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-Fragment': 'better', ...csrf() },
      });
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      place.replaceChildren(nodes(await response.text()));
      open(dialog, button);
    } catch {
      failed();
    } finally {
      button.removeAttribute('aria-busy');
    }
  });

  dialog.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-better]')) return;
    event.preventDefault();
    const before = words.value;
    say($('[name="better"]', event.target).value);
    dialog.close();
    toast(form.dataset.changed, form.dataset.undo, () => say(before));
  });
});
