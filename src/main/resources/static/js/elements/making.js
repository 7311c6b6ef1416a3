/* Watches films being made: a stream of steps from the server moves the pictures on, and a film whose step has changed is
   fetched anew, piece by piece, so that nothing that plays or is written in is disturbed. */
import { $, $$, each } from '../models/page.js';
import { recall, remember } from '../models/preferences.js';
import { fragment } from '../models/server.js';
import { stash } from '../models/stash.js';
import { toast } from './toast.js';

const places = 8000;

each('[data-making]', (list) => {
  const film = (group) => document.getElementById(`film-${group}`);
  const fetching = new Set();

  const draw = ({ take, group, state, progress }) => {
    const tile = document.getElementById(`take-${take}`), whole = film(group);
    if (!whole) return undefined; // ordered elsewhere, or on another page
    if (!tile || tile.dataset.state !== state) return renew(whole);
    const unroll = $('.unroll', tile);
    if (!unroll || state === 'queued') return undefined;
    unroll.dataset.v = progress;
    if (progress > 0) $('[data-percent]', tile).textContent = `${progress}%`;
    const all = $$('.unroll', whole).map((it) => Number(it.dataset.v)), ended = $$('.take', whole).length - all.length;
    const bar = $('[data-progress]', whole);
    if (bar) bar.value = (all.reduce((sum, it) => sum + it, 0) + ended * 100) / (all.length + ended);
    return undefined;
  };

  const renew = async (old) => {
    if (fetching.has(old.id)) return;
    fetching.add(old.id);
    try {
      const fresh = $('.job', await fragment(old.dataset.url, 'film'));
      const over = old.dataset.live === 'true' && fresh.dataset.live === 'false';
      morph(old, fresh);
      if (over && $('video', old)) tell(old);
    } catch {
      // the next step, or the stream's next greeting, tries again
    } finally {
      fetching.delete(old.id);
    }
  };

  const morph = (old, fresh) => {
    old.dataset.live = fresh.dataset.live;
    const before = $('.takes', old), after = $('.takes', fresh);
    if (before && after && 'chooser' in before.dataset === 'chooser' in after.dataset) {
      $$('.take', after).forEach((take) => {
        const same = document.getElementById(take.id);
        if (same && same.dataset.state !== take.dataset.state) {
          $('.unroll', take)?.prepend(...$$('.unroll img', same)); // what was seen last stays until the film itself is there
          same.replaceWith(take);
        }
      });
    } else {
      $('.job__view', old).replaceWith($('.job__view', fresh));
    }
    const side = $('[data-side]', old), writing = side.contains(document.activeElement) && $('textarea:focus, input:focus', side);
    if (!writing) side.replaceWith($('[data-side]', fresh));
  };

  const tell = (whole) => {
    const words = list.dataset.ready.replace('{0}', whole.dataset.title);
    toast(words);
    if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(words, { icon: '/favicon.ico' });
  };

  const live = () => $$('.job[data-live="true"]', list);
  if (!live().length) return;
  const stream = new EventSource(list.dataset.events);
  stream.addEventListener('take', (event) => draw(JSON.parse(event.data)));
  const timer = setInterval(() => {
    if (!live().length) { stream.close(); clearInterval(timer); return; }
    live().filter((it) => $('.queue', it)).forEach(renew);
  }, places);
  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  // the words that were ordered have arrived
  if (list.dataset.ordered) stash(`emaki-draft-${list.dataset.account}`).drop();
  // asked once, after an order was given, and never again in this browser
  if (list.dataset.ordered && globalThis.Notification?.permission === 'default' && isSecureContext && !recall('notice-asked')) {
    remember('notice-asked', 'yes');
    toast(list.dataset.notice, list.dataset.allow, () => Notification.requestPermission());
  }
});
