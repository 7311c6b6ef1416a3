/* The family of a film on its scroll: arrow keys go from film to film, "more" unrolls in place, and an edge shows both films
   side by side, in passing under a pointer, to stay when pressed. Without this script all of that are links. */
import { $, $$, calm, each, isTyping } from '../models/page.js';
import { fragment } from '../models/server.js';
import { failed } from './toast.js';

const dwell = 350; // ms that a pointer rests before it means something
const cellOf = (element) => element.closest('.keifu__cell');
const nodeOf = (cell) => cell && $('[data-node]', cell);
const below = (cell) => $$(':scope > ol > .keifu__cell', cell);

const steps = (cell, rtl) => ({
  [rtl ? 'ArrowRight' : 'ArrowLeft']: cell.parentElement.closest('.keifu__cell'),
  [rtl ? 'ArrowLeft' : 'ArrowRight']: below(cell)[0],
  ArrowUp: cell.previousElementSibling,
  ArrowDown: cell.nextElementSibling,
});

each('[data-lineage]', (scroll) => {
  const rtl = scroll.dir === 'rtl', here = $('[aria-current]', scroll);
  if (here) { // the scroll moves, the page stays where it is
    const film = here.getBoundingClientRect(), view = scroll.getBoundingClientRect();
    scroll.scrollLeft += film.left + film.width / 2 - view.left - view.width / 2;
  }

  scroll.addEventListener('keydown', (event) => {
    if (isTyping(event)) return;
    const cell = cellOf(event.target) ?? cellOf(here ?? $('[data-node]', scroll));
    if (event.key.toLowerCase() === 'c') { const edge = $(':scope > .keifu__node [data-pair]', cell); if (edge) { event.preventDefault(); edge.click(); } return; }
    if (!event.key.startsWith('Arrow')) return;
    const next = cellOf(event.target) ? steps(cell, rtl)[event.key] : cell;
    if (!next) return;
    event.preventDefault();
    const target = nodeOf(next) ?? $('a', next);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: calm.matches ? 'instant' : 'smooth' });
  });

  scroll.addEventListener('click', async (event) => {
    const more = event.target.closest('[data-more]');
    if (!more || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (more.ariaBusy) return;
    more.ariaBusy = 'true';
    try {
      const cell = cellOf(more), rest = await fragment(more.href, 'rest'), first = $('.keifu__cell', rest);
      cell.replaceWith(rest);
      nodeOf(first)?.focus({ preventScroll: true });
    } catch { more.ariaBusy = null; failed(); }
  });
});

each('[data-pairs]', (sheet) => {
  const body = $('[data-pair-body]', sheet);
  let timer, shown = '', asking;

  const fill = async (edge) => {
    if (shown === edge.href) return;
    asking?.abort();
    asking = new AbortController();
    body.replaceChildren(await fragment(edge.href, 'pair', { signal: asking.signal }));
    shown = edge.href;
    if (!calm.matches) $$('video', body).forEach((film) => film.play().catch(() => {}));
  };
  const hide = () => { if (sheet.open) sheet.close(); };
  const later = (act, wait) => { clearTimeout(timer); timer = setTimeout(act, wait); };
  const modal = () => sheet.matches(':modal');

  document.addEventListener('click', (event) => {
    const edge = event.target.closest('[data-pair]');
    if (!edge || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    clearTimeout(timer);
    fill(edge).then(() => { hide(); sheet.showModal(); }).catch((refusal) => { if (refusal.name !== 'AbortError') location.assign(edge.href); });
  });
  document.addEventListener('pointerover', (event) => {
    const edge = event.pointerType === 'mouse' && !modal() && event.target.closest('[data-pair]');
    if (edge) later(() => fill(edge).then(() => { if (edge.matches(':hover') && !sheet.open) sheet.show(); }).catch(() => {}), dwell);
    else if (sheet.contains(event.target)) clearTimeout(timer);
    else if (sheet.open && !modal()) later(hide, dwell);
    else if (!sheet.open) clearTimeout(timer);
  });
  sheet.addEventListener('close', () => $$('video', body).forEach((film) => film.pause()));
});
