/* One transport for several films: they start, stop, jump and slow down together, and one of them is heard at a time. While
   they are being made the stream of steps moves the pictures on, and what has ended is fetched anew.
   Without this script each film has its own controls, and the form works as it is. */
import { $, $$, calm, each, icon, isTyping } from '../models/page.js';
import { fragment } from '../models/server.js';

const drift = 0.12;

each('[data-duel]', (duel) => {
  const films = $$('video', duel), bar = $('[data-duel-bar]', duel);
  if (duel.dataset.live === 'true') watch(duel);
  if (films.length < 2) return;
  const play = $('[data-duel-play]', duel), seek = $('[data-duel-seek]', duel), time = $('[data-duel-time]', duel);
  let going = false;

  const longest = () => films.reduce((a, b) => ((b.duration || 0) > (a.duration || 0) ? b : a));
  const at = (film, seconds) => { film.currentTime = Math.min(seconds, film.duration || seconds); };

  const set = (on) => {
    going = on;
    films.forEach((film) => (on && film.currentTime < (film.duration || 1) - 0.05 ? film.play().catch(() => {}) : film.pause()));
    icon(play, on ? 'pause' : 'play');
    play.setAttribute('aria-label', on ? play.dataset.on : play.dataset.off);
    if (on) requestAnimationFrame(tick);
  };

  const show = () => {
    const lead = longest(), whole = lead.duration || 1, now = lead.currentTime;
    seek.value = String(Math.round(now / whole * 1000));
    seek.style.setProperty('--at', `${now / whole * 100}%`);
    time.value = `${now.toFixed(1)} / ${whole.toFixed(1)} s`;
    seek.setAttribute('aria-valuetext', time.value);
  };

  const tick = () => {
    if (!duel.isConnected || !going) return;
    const lead = longest(), now = lead.currentTime;
    films.filter((film) => film !== lead && !film.seeking && film.readyState > 1 && now < (film.duration || 0) - drift && Math.abs(film.currentTime - now) > drift)
      .forEach((film) => { at(film, now); if (film.paused) film.play().catch(() => {}); });
    if (lead.ended) { films.forEach((film) => at(film, 0)); set(true); }
    show();
    requestAnimationFrame(tick);
  };

  bar.hidden = false;
  films.forEach((film) => {
    film.controls = false;
    film.addEventListener('click', () => set(!going));
    film.addEventListener('loadedmetadata', show);
  });
  play.addEventListener('click', () => set(!going));
  seek.addEventListener('input', () => {
    const now = seek.value / 1000 * (longest().duration || 1);
    films.forEach((film) => at(film, now));
    show();
  });
  $$('[name="rate"]', duel).forEach((rate) => rate.addEventListener('change', () => films.forEach((film) => { film.playbackRate = Number(rate.value); })));
  $$('[name="loud"]', duel).forEach((choice) => choice.addEventListener('change', () => films.forEach((film) => {
    film.muted = film.closest('[data-side]').dataset.side !== choice.value;
  })));
  document.addEventListener('keydown', (event) => {
    if (!duel.isConnected || isTyping(event) || event.target.closest('dialog, button, a, summary')) return;
    if (event.key === ' ') { event.preventDefault(); set(!going); }
    const vote = $(`[data-duel-vote] [name="overall"][value="${CSS.escape(event.key)}"]`, duel);
    if (vote) { vote.checked = true; vote.focus(); }
  });
  show();
  if (!calm.matches) set(true);
});

function watch(duel) {
  const stream = new EventSource(duel.dataset.events);
  let fetching = false;
  const renew = async () => {
    if (fetching) return;
    fetching = true;
    try {
      const fresh = $('[data-duel]', await fragment(duel.dataset.url, 'duel'));
      stream.close();
      duel.replaceWith(fresh);
    } catch {
      fetching = false; // the stream's next step tries again
    }
  };
  stream.addEventListener('take', (event) => {
    const { take, state, progress } = JSON.parse(event.data), side = $(`[data-take="${CSS.escape(take)}"]`, duel);
    if (!side) return;
    if (side.dataset.state !== state) { renew(); return; }
    const unroll = $('.unroll', side);
    if (!unroll || state === 'queued') return;
    unroll.dataset.v = progress;
    if (progress > 0) $('[data-percent]', side).textContent = `${progress}%`;
  });
  addEventListener('pagehide', () => stream.close());
}
