/* What is written beneath a film, without leaving the page: show(body, id) draws it, posting and deleting draw it anew. */
import { $, number } from '../models/page.js';
import { fragment, nodes, send } from '../models/server.js';
import { failed } from './toast.js';

let asked;

export const show = async (body, video) => {
  asked?.abort();
  asked = new AbortController();
  try {
    body.replaceChildren(await fragment(`/v/${video}`, 'comments', { signal: asked.signal }));
  } catch (refusal) {
    if (refusal.name !== 'AbortError') failed();
  }
};

const draw = (place, fresh) => {
  place.replaceWith(fresh);
  document.dispatchEvent(new CustomEvent('talked', {
    detail: { video: fresh.dataset.video, count: number.format(Number(fresh.dataset.count)) },
  }));
};

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-talk-form]') || event.defaultPrevented) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = 'true';
  try {
    const fresh = nodes(await (await send(form, { fragment: 'comments' })).text());
    draw(form.closest('[data-talk]'), $('[data-talk]', fresh));
  } catch {
    failed();
  } finally {
    delete form.dataset.sending;
  }
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('[data-talk-more]');
  if (!link) return;
  event.preventDefault();
  const place = link.closest('[data-talk]');
  try {
    const next = $('[data-talk]', await fragment(link.href, 'comments'));
    const before = $('.comments', place), after = $('.comments', next);
    if (after) before.append(...after.children);
    const pager = $('.pager', next);
    if (pager) link.closest('.pager').replaceWith(pager); else link.closest('.pager').remove();
  } catch {
    failed();
  }
});
