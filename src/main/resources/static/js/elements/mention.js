/* Who could follow an @: `[data-mention]` around a text asks that address for names, arrows choose, Enter or Tab writes.
   Without this script the handle is simply typed. */
import { $, $$, each } from '../models/page.js';
import { fragment } from '../models/server.js';

const pause = 160, word = /[@＠]([A-Za-z0-9_]{0,20})$/;

each('[data-mention]', (paper) => {
  const text = $('textarea', paper);
  let list, timer, asked;

  const close = () => {
    list?.remove();
    list = undefined;
    text.removeAttribute('aria-controls');
  };

  const choose = (item) => {
    const at = text.selectionStart, before = text.value.slice(0, at).replace(word, `@${item.dataset.handle} `);
    text.setRangeText(before, 0, at, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
    close();
    text.focus();
  };

  const mark = (step) => {
    const items = $$('li', list), at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
    const next = (at + step + items.length) % items.length;
    items.forEach((item, n) => item.setAttribute('aria-selected', String(n === next)));
    items[next].scrollIntoView({ block: 'nearest' });
  };

  const open = async (start) => {
    asked?.abort();
    asked = new AbortController();
    const found = await fragment(`${paper.dataset.mention}?q=${encodeURIComponent(start)}`, 'names', { signal: asked.signal }).catch(() => undefined);
    close();
    if (!found || !$('li', found)) return;
    list = $('ul', found);
    list.className = 'mention';
    list.id = 'mention';
    paper.append(list);
    text.setAttribute('aria-controls', list.id);
    mark(1);
  };

  text.addEventListener('input', () => {
    clearTimeout(timer);
    const found = text.selectionStart === text.selectionEnd && word.exec(text.value.slice(0, text.selectionStart));
    if (found) timer = setTimeout(() => open(found[1]), pause);
    else close();
  });

  text.addEventListener('keydown', (event) => {
    if (!list || event.isComposing) return;
    const item = $('[aria-selected="true"]', list);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') mark(event.key === 'ArrowDown' ? 1 : -1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && item) choose(item);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  paper.addEventListener('pointerdown', (event) => {
    const item = event.target.closest?.('.mention li');
    if (!item) return;
    event.preventDefault();
    choose(item);
  });
  text.addEventListener('blur', () => setTimeout(close, 150));
});
