/* Lines of dialogue: add one, remove one. Names count up in the order of the lines. */
import { $, $$ } from '../models/page.js';

const settle = (lines) => $$('.line', lines).forEach((line, at) => $$('[name]', line).forEach((it) => { it.name = it.name.replace(/\[\d+\]/, `[${at}]`); }));
const changed = (lines) => { settle(lines); lines.closest('form').dispatchEvent(new CustomEvent('rearranged')); };

document.addEventListener('click', (event) => {
  const add = event.target.closest('[data-line-add]'), remove = event.target.closest('[data-line-remove]');
  if (!add && !remove) return;
  const lines = event.target.closest('[data-lines]');
  if (add) {
    const line = $('template', lines).content.firstElementChild.cloneNode(true);
    add.before(line);
    settle(lines);
    $('.line__text', line).focus();
  } else {
    remove.closest('.line').remove();
    changed(lines);
    $('[data-line-add]', lines).focus();
  }
});
