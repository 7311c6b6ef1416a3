/* An end for today, set by whoever watches: the feed counts the minutes of this browser and stops when they are over. */
import { $ } from '../models/page.js';
import { recall, remember } from '../models/preferences.js';
import { open } from './dialog.js';

const feed = $('[data-minutes]'), sheet = $('#rest-sheet');
const minutes = Number(feed?.dataset.minutes ?? 0);
const pause = 15; // more minutes, when one asks for them

const today = new Date().toLocaleDateString('sv'); // 2026-11-25, by the clock of whoever watches
const read = () => {
  const [day, seconds, most] = (recall('watched') ?? '').split(' ');
  return day === today ? { seconds: Number(seconds) || 0, most: Math.max(Number(most) || 0, minutes) } : { seconds: 0, most: minutes };
};

if (minutes > 0) {
  const spent = read();
  const keep = () => remember('watched', `${today} ${spent.seconds.toFixed(0)} ${spent.most}`);
  document.addEventListener('watching', (event) => {
    spent.seconds += event.detail;
    keep();
    if (spent.seconds < spent.most * 60 || sheet.open) return;
    document.dispatchEvent(new CustomEvent('resting'));
    open(sheet);
  });
  $('[data-rest-more]', sheet).addEventListener('click', () => {
    spent.most = Math.ceil(spent.seconds / 60) + pause;
    keep();
    sheet.close();
  });
}
