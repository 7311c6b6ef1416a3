/* The storyboard: add, split, join, duplicate, remove and reorder shots, by button, by key (Alt and an arrow) and by dragging
   the bar. The list is only rearranged here; the composer sends it, and the words follow. */
import { $, $$, each } from '../models/page.js';
import { toast } from './toast.js';

const step = 0.5;
const tidy = (seconds) => (Number.isFinite(seconds) && seconds > 0 ? String(Math.round(seconds * 10) / 10) : '');

each('[data-composer]', (form) => {
  const board = () => $('[data-board]', form), shots = () => $$('.shot', board());
  const field = (shot, name) => $(`[name$="${name}"]`, shot), seconds = (shot) => Number.parseFloat(field(shot, 'seconds').value);
  const length = () => $('#seconds', form), sum = () => shots().reduce((total, shot) => total + (seconds(shot) || 0), 0);
  const put = (shot, value) => { field(shot, 'seconds').value = tidy(value); };

  /* Names, numbers, widths and the sum follow the order of the shots. */
  const settle = () => {
    const all = shots();
    all.forEach((shot, at) => {
      $$('[name]', shot).forEach((it) => { it.name = it.name.replace(/\[\d+\]/, `[${at}]`); });
      $('[data-no]', shot).textContent = at + 1;
      const menu = $('[popover]', shot);
      menu.id = `shot-menu-${at}`;
      $('[popovertarget]', shot).setAttribute('popovertarget', menu.id);
      $('[data-do="left"]', shot).disabled = at === 0;
      $$('[data-do="right"], [data-do="join"]', shot).forEach((it) => { it.disabled = at === all.length - 1; });
      shot.style.setProperty('--s', seconds(shot) || 2);
    });
    const line = $('[data-board-sum]', form);
    if (line) line.textContent = line.dataset.words.replace('#', tidy(sum())).replace('#', length().value);
    board().closest('.maki').classList.toggle('shots__maki--none', all.length === 0);
  };
  /* Whoever changes the board changes the film: it is as long as its shots, where the model can. */
  const fit = () => {
    const whole = Math.round(sum());
    if (shots().every((shot) => seconds(shot) > 0) && whole >= length().min && whole <= length().max) length().value = whole;
  };
  const changed = () => { fit(); settle(); form.dispatchEvent(new CustomEvent('rearranged')); };

  const fresh = () => $('#shots template', form).content.firstElementChild.cloneNode(true);
  const room = () => Number(length().max) - sum();
  const move = (shot, by) => {
    const beside = by < 0 ? shot.previousElementSibling : shot.nextElementSibling;
    if (!beside) return;
    if (by < 0) beside.before(shot); else beside.after(shot);
    shot.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const acts = {
    left: (shot) => move(shot, -1),
    right: (shot) => move(shot, 1),
    less: (shot) => put(shot, Math.max(step, (seconds(shot) || 2) - step)),
    more: (shot) => put(shot, (seconds(shot) || 2) + Math.min(step, Math.max(0, room()))),
    copy: (shot) => shot.after(copyOf(shot)),
    split: (shot) => {
      const twin = copyOf(shot), half = Math.round((seconds(shot) || 4) * 5) / 10;
      const [first, ...rest] = field(shot, 'text').value.split(/(?<=[.!?。！？])\s*/).filter(Boolean);
      field(shot, 'text').value = first ?? '';
      field(twin, 'text').value = rest.join(' ');
      put(twin, (seconds(shot) || 4) - half);
      put(shot, half);
      shot.after(twin);
    },
    join: (shot) => {
      const next = shot.nextElementSibling;
      if (!next) return;
      ['text', 'camera'].forEach((name) => {
        const both = [field(shot, name).value, field(next, name).value].map((it) => it.trim()).filter(Boolean);
        field(shot, name).value = [...new Set(both)].join(' ');
      });
      put(shot, (seconds(shot) || 0) + (seconds(next) || 0));
      next.remove();
    },
    remove: (shot) => {
      const next = shot.nextElementSibling;
      shot.remove();
      toast(board().dataset.removed, board().dataset.undo, () => { board().insertBefore(shot, next?.isConnected ? next : null); changed(); });
    },
  };
  const copyOf = (shot) => { const copy = shot.cloneNode(true); ['text', 'camera', 'seconds'].forEach((name) => { field(copy, name).value = field(shot, name).value; }); return copy; };

  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]'), shot = button?.closest('.shot');
    if (shot) {
      button.closest('[popover]')?.hidePopover();
      acts[button.dataset.do](shot);
      changed();
      if (shot.isConnected) button.focus();
    } else if (event.target.closest('[data-shot-add]')) {
      const added = fresh(), all = shots(), most = Number(length().value);
      put(added, all.length === 0 ? most : Math.max(1, Math.min(2, room())));
      board().append(added);
      changed();
      field(added, 'text').focus();
    }
  });
  form.addEventListener('keydown', (event) => {
    const shot = event.target.closest?.('.shot'), by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!shot || !by || !event.altKey) return;
    event.preventDefault();
    move(shot, by);
    changed();
    event.target.focus();
  });
  form.addEventListener('input', (event) => { if (event.target.closest('.shot')) { if (event.target.name.endsWith('seconds')) fit(); settle(); } });
  form.addEventListener('answered', settle);

  let dragged = null;
  form.addEventListener('pointerdown', (event) => {
    const bar = event.target.closest('[data-handle]');
    if (bar && !event.target.closest('button')) bar.closest('.shot').draggable = true;
  });
  form.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('.shot[draggable="true"]');
    if (dragged) { event.dataTransfer.effectAllowed = 'move'; dragged.classList.add('is-dragged'); }
  });
  form.addEventListener('dragover', (event) => {
    const over = dragged && event.target.closest('.shot');
    if (!dragged) return;
    event.preventDefault();
    if (!over || over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientX < box.left + box.width / 2) over.before(dragged); else over.after(dragged);
  });
  form.addEventListener('dragend', () => {
    if (!dragged) return;
    dragged.draggable = false;
    dragged.classList.remove('is-dragged');
    dragged = null;
    changed();
  });
  settle();
});
