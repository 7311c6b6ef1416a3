/* Why a film is here, and putting films aside: `<a data-why>` shows the reasons, `<form data-aside>` takes the film
   (data-id) or all films of a person (data-author) out of the feed, with a way back on the slip. */
import { $, $$ } from '../models/page.js';
import { fragment, send } from '../models/server.js';
import { open } from './dialog.js';
import { failed, say, toast } from './toast.js';

const sheet = $('#why-sheet'), list = $('#feed-list');
const changed = () => list?.dispatchEvent(new CustomEvent('changed'));

document.addEventListener('click', async (event) => {
  const asked = event.target.closest('[data-why]');
  if (!asked || !sheet || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  asked.closest('[popover]')?.hidePopover();
  try {
    $('[data-why-body]', sheet).replaceChildren(await fragment(asked.href, 'reasons'));
    open(sheet, asked);
  } catch {
    failed();
  }
});

const take = (films) => films.map((film) => {
  const place = document.createComment('');
  film.replaceWith(place);
  return () => place.replaceWith(film);
});

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form[data-aside]') || !list) return;
  event.preventDefault();
  const { id, author, said } = form.dataset;
  form.closest('[popover]')?.hidePopover();
  sheet?.close();
  const back = take($$('.take[data-id]', list).filter((film) => film.dataset.id === id || film.dataset.author === author));
  changed();
  const restore = () => { back.forEach((put) => put()); changed(); };
  const method = $('[name="_method"]', form);
  try {
    await send(form, { fragment: 'none' });
    toast(said, say('undo'), async () => {
      method.value = 'DELETE';
      try {
        await send(form, { fragment: 'none' });
        restore();
      } catch {
        failed();
      }
      method.value = 'PUT';
    });
  } catch {
    restore();
    failed();
  }
});
