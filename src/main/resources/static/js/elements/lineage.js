/* The family tree of a film on its hand scroll.
   <ol class="keifu" data-lineage dir="rtl"> (rtl in Japanese) with <li class="keifu__cell" data-id="b" data-from="a">,
   parents before children. Each generation is a column; a row belongs to a branch; lines lead from parent to child. */
import { $$, each } from '../models/page.js';

const svg = 'http://www.w3.org/2000/svg';

/* Rows from the leaves up: a parent stands on the row of its first child. */
const rows = (cells) => {
  const children = Map.groupBy(cells, (cell) => cell.dataset.from ?? '');
  let next = 1;
  const place = (cell, column) => {
    const below = children.get(cell.dataset.id) ?? [];
    const row = below.length ? Math.min(...below.map((child) => place(child, column + 1))) : next++;
    cell.style.gridArea = `${row} / ${column}`;
    return row;
  };
  const known = new Set(cells.map((cell) => cell.dataset.id));
  cells.filter((cell) => !known.has(cell.dataset.from)).forEach((root) => place(root, 1));
};

const lines = (tree, cells, canvas) => {
  const origin = tree.getBoundingClientRect();
  const boxes = new Map(cells.map((cell) => [cell.dataset.id, (cell.querySelector('.frame') ?? cell).getBoundingClientRect()]));
  const whole = new Map(cells.map((cell) => [cell.dataset.id, cell.getBoundingClientRect()]));
  canvas.replaceChildren(...cells.filter((cell) => boxes.has(cell.dataset.from)).map((cell) => {
    const from = whole.get(cell.dataset.from), parent = boxes.get(cell.dataset.from), child = boxes.get(cell.dataset.id);
    const rtl = child.left < parent.left;
    const start = (rtl ? from.left : from.right) - origin.left, end = (rtl ? whole.get(cell.dataset.id).right : child.left) - origin.left;
    const middle = (start + end) / 2, top = parent.top - origin.top + parent.height / 2, foot = child.top - origin.top + child.height / 2;
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', `M${start} ${top}H${middle}V${foot}H${end}`);
    return path;
  }));
};

each('[data-lineage]', (tree) => {
  const cells = $$('.keifu__cell', tree), canvas = document.createElementNS(svg, 'svg');
  canvas.classList.add('keifu__lines');
  canvas.setAttribute('aria-hidden', 'true');
  cells[0]?.prepend(canvas); // a list holds nothing but its items; the lines are placed over the whole tree all the same
  rows(cells);
  new ResizeObserver(() => lines(tree, cells, canvas)).observe(tree);
});
