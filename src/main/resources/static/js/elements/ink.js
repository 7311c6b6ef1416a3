/* The coach's ink under the words: a second sheet of the same text that only shows underlines. Notes carry their places as
   data-spans="4-10 20-25"; while somebody writes on, places behind the pen move along. */
import { $, $$, each } from '../models/page.js';

each('.words__paper', (paper) => {
  const words = $('textarea', paper), ink = $('.words__ink', paper), form = paper.closest('form');
  let spans = [], seen = words.value;

  const paint = () => {
    const text = words.value, sheet = document.createDocumentFragment();
    let at = 0;
    spans.forEach(([from, to]) => {
      if (from < at || to > text.length) return;
      sheet.append(text.slice(at, from));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(from, to);
      sheet.append(mark);
      at = to;
    });
    sheet.append(`${text.slice(at)}\n`);
    ink.replaceChildren(sheet);
    ink.scrollTop = words.scrollTop;
  };

  const follow = () => {
    const text = words.value;
    let start = 0, end = 0;
    while (start < seen.length && start < text.length && seen[start] === text[start]) start += 1;
    while (end < seen.length - start && end < text.length - start && seen.at(-1 - end) === text.at(-1 - end)) end += 1;
    const shift = text.length - seen.length;
    spans = spans.filter(([from, to]) => to <= start || from >= seen.length - end)
      .map(([from, to]) => (to <= start ? [from, to] : [from + shift, to + shift]));
    seen = text;
    paint();
  };

  const read = () => {
    spans = $$('#coach .note[data-spans]').flatMap((note) => note.dataset.spans.split(' ').filter(Boolean).map((span) => span.split('-').map(Number)));
    spans.sort((a, b) => a[0] - b[0]);
    seen = words.value;
    paint();
  };

  words.addEventListener('input', follow);
  words.addEventListener('scroll', () => { ink.scrollTop = words.scrollTop; });
  form.addEventListener('answered', read);
  read();
});
