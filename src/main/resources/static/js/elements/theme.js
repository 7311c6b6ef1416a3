/* Turns the paper over at once; the form tells the server, which remembers. */
import { $$, calm } from '../models/page.js';
import { send } from '../models/server.js';
import { failed } from './toast.js';

const root = document.documentElement;

const show = (theme) => {
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
  $$('[data-theme-form] [name="theme"]').forEach((button) => button.setAttribute('aria-pressed', String(button.value === theme)));
};

document.addEventListener('submit', async (event) => {
  const form = event.target, chosen = event.submitter;
  if (!form.matches('[data-theme-form]') || !chosen) return;
  event.preventDefault();
  const before = root.dataset.theme ?? '';
  if (document.startViewTransition && !calm.matches) document.startViewTransition(() => show(chosen.value));
  else show(chosen.value);
  try {
    await send(form, { submitter: chosen, fragment: 'theme' });
  } catch {
    show(before);
    failed();
  }
});
