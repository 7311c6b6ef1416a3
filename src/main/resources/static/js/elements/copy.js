/* `data-copy="#id"` copies what stands there, `data-copy="words"` copies the words. */
import { $ } from '../models/page.js';
import { say, toast } from './toast.js';

export const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
    toast(say('copied'));
  } catch {
    toast(words); // a page without HTTPS has no clipboard: show the words, they can be selected
  }
};

const wordsOf = (asked) => {
  if (!asked.startsWith('#')) return asked;
  const source = $(asked);
  return source?.value ?? source?.innerText.trim() ?? '';
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(wordsOf(button.dataset.copy));
});
