/* The vertical feed: the film in view plays, the next one is ready, the address follows, keys and taps do what hands do. */
import { $, $$, calm, icon, isTyping } from '../models/page.js';
import { players } from '../models/players.js';
import { recall, remember } from '../models/preferences.js';
import { fragment, tell } from '../models/server.js';
import { open } from './dialog.js';
import { failed } from './toast.js';
import { stamp } from './stamp.js';
import { show } from './talk.js';

const feed = $('[data-feed]'), start = $('[data-start]'), list = $('#feed-list'), sound = $('[data-sound]'), sheet = $('#comments-sheet');
const saving = Boolean(navigator.connection?.saveData) || feed.dataset.saving === 'true';
const pool = players({ muted: recall('sound') !== 'on', saving, captions: (recall('captions') ?? feed.dataset.captions) === 'true' });
const wide = matchMedia('(width >= 900px)');
const tap = 260; // ms in which a second tap makes it a double one

let slides = [], at = -1, held = false;
const here = () => slides[at];
const film = () => pool.of(here());
const still = () => calm.matches || saving;

/* Playing */
const play = () => {
  const playing = film();
  if (!playing || document.hidden) return;
  playing.play().catch((refusal) => {
    if (refusal.name === 'NotAllowedError' && !playing.muted) { setSound(false, false); playing.play().catch(() => {}); louder(); }
  });
};
/* A browser lets a page be heard only once it was touched; then the choice of the last visit holds again. */
const louder = () => {
  const hear = () => {
    ['pointerup', 'keydown'].forEach((touch) => removeEventListener(touch, hear, true));
    if (recall('sound') === 'on') setSound(true, false);
  };
  ['pointerup', 'keydown'].forEach((touch) => addEventListener(touch, hear, true));
};
const pause = () => film()?.pause();
const turn = () => hold(!film()?.paused);

/* Stopped by a hand, by a wish for calm or to save data: then the film waits for a press. */
const hold = (on) => {
  held = on;
  if (on) pause(); else play();
  if (film()) $('.take__stage', here()).append(start);
  start.hidden = !on;
};

const setSound = (on, keep = true) => {
  pool.hush(!on);
  sound.setAttribute('aria-pressed', String(on));
  sound.setAttribute('aria-label', on ? sound.dataset.on : sound.dataset.off);
  icon(sound, on ? 'volume' : 'mute');
  if (keep) remember('sound', on ? 'on' : 'off');
};

/* Words for who cannot hear it, or does not want to. */
const setCaptions = (on, keep = true) => {
  pool.caption(on);
  $$('button[data-captions]', feed).forEach((button) => button.setAttribute('aria-pressed', String(on)));
  if (keep) remember('captions', String(on));
};
const captioned = () => $('.feed__captions', feed).getAttribute('aria-pressed') === 'true';
document.addEventListener('click', (event) => {
  const asked = event.target.closest('button[data-captions]');
  if (!asked) return;
  asked.closest('[popover]')?.hidePopover();
  setCaptions(!captioned());
});

const isOn = () => sound.getAttribute('aria-pressed') === 'true';

/* How long a film was watched is told once it is left. */
let watched = 0, looked = 0, counted = 0;
const leave = () => {
  if (watched >= 1 && here()?.dataset.id) tell(`/videos/${here().dataset.id}/view`, { seconds: watched.toFixed(1) });
  watched = 0;
};
addEventListener('pagehide', leave);

/* Where one is */
const arrive = (slide) => {
  const index = slides.indexOf(slide);
  if (index < 0 || index === at) return;
  leave();
  slides[at]?.classList.remove('is-on');
  at = index;
  slide.classList.add('is-on');
  const playing = pool.focus(slides, at);
  if (playing?.currentTime) playing.currentTime = 0; // one that stands at its beginning would seek there, and show it later
  hold(still());
  if (playing) {
    history.replaceState(history.state, '', at === 0 && top ? list.dataset.path : `${list.dataset.path}?from=${slide.dataset.place}`);
  }
  if (sheet.open && slide.dataset.id) talk();
  if (slides.length - at <= 4) more();
};
const top = !new URLSearchParams(location.search).get('from') && !new URLSearchParams(location.search).get('after');

const seen = new IntersectionObserver(
  (entries) => entries.forEach((entry) => { if (entry.isIntersecting) arrive(entry.target); }),
  { root: list, threshold: 0.6 },
);
/* Films that were put aside, or came back. */
list.addEventListener('changed', () => {
  const before = here();
  slides = $$('.take:not(.take--more)', list);
  at = slides.indexOf(before);
  if (at >= 0) { pool.focus(slides, at); return; }
  const next = slides.find((slide) => slide.getBoundingClientRect().top >= list.getBoundingClientRect().top - 1) ?? slides.at(-1);
  if (next) { next.scrollIntoView({ block: 'start' }); arrive(next); }
});
document.addEventListener('resting', () => hold(true));

const gather = () => {
  slides = $$('.take:not(.take--more)', list);
  slides.forEach((slide) => seen.observe(slide));
};

const go = (step) => slides[Math.max(0, Math.min(slides.length - 1, at + step))]
  ?.scrollIntoView({ behavior: calm.matches ? 'instant' : 'smooth', block: 'start' });

/* What comes next is asked for while there are still some to watch. */
let asking = false;
const more = async () => {
  const link = $('.take--more', list);
  if (!link || asking) return;
  asking = true;
  try {
    const next = await fragment(link.href, 'slides');
    const known = new Set(slides.map((slide) => slide.dataset.id).filter(Boolean));
    $$('.take[data-id]', next).filter((slide) => known.has(slide.dataset.id)).forEach((slide) => slide.remove());
    link.replaceWith(next);
    gather();
    setCaptions(captioned(), false);
    if (at >= 0) pool.focus(slides, at);
  } catch {
    failed();
  } finally {
    asking = false;
  }
};

/* Likes */
const like = (onlyOn) => {
  const form = $('[data-like]', here() ?? document.createElement('div'));
  if (!form) return;
  const on = $('[aria-pressed]', form).getAttribute('aria-pressed') === 'true';
  if (on && onlyOn) stamp($('.stage__stamp', here()), 'is-on'); else form.requestSubmit();
};
list.addEventListener('toggled', (event) => {
  const form = event.target;
  if (form.matches('[data-like]') && event.detail) stamp($('.stage__stamp', form.closest('.take')), 'is-on');
});

/* Comments stand beside the film where there is room, else in front of it. */
const talk = () => show($('[data-comments-body]', sheet), here().dataset.id);
const comments = () => {
  if (sheet.open) { sheet.close(); return; }
  if (!here()?.dataset.id) return;
  sheet.dataset.modal = String(!wide.matches);
  open(sheet);
  talk();
};
document.addEventListener('talked', (event) => {
  const count = $(`.take[data-id="${event.detail.video}"] [data-count]`, list);
  if (count) count.textContent = event.detail.count;
});

/* Hands */
let tapped = 0, waiting;
list.addEventListener('click', (event) => {
  const asked = event.target.closest('[data-comments]');
  if (asked && !event.metaKey && !event.ctrlKey && !event.shiftKey) { event.preventDefault(); comments(); return; }
  if (event.target.closest('a, button, input, form, .menu') || !event.target.closest('.take__stage')) return;
  clearTimeout(waiting);
  if (event.timeStamp - tapped < tap) { tapped = 0; like(true); return; }
  tapped = event.timeStamp;
  waiting = setTimeout(turn, tap);
});
list.addEventListener('input', (event) => {
  const playing = film();
  if (event.target.matches('.stage__hair') && playing?.duration) playing.currentTime = event.target.value / event.target.max * playing.duration;
});
sound.addEventListener('click', () => setSound(!isOn()));
start.addEventListener('click', turn);
$$('[data-step]', feed).forEach((button) => button.addEventListener('click', () => go(Number(button.dataset.step))));

const keys = {
  j: () => go(1), arrowdown: () => go(1), k: () => go(-1), arrowup: () => go(-1),
  l: () => like(false), c: comments, m: () => setSound(!isOn()), '?': () => open($('#keys')),
  b: () => $('[data-keep]', here())?.form.requestSubmit(), s: () => $('[data-share]', here())?.click(), w: () => $('[data-why]', here())?.click(), t: () => setCaptions(!captioned()),
  r: () => { const link = $('[data-remix]', here()); if (link) location.assign(link.href); },
  ' ': turn,
};
document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase();
  if (isTyping(event) || !keys[key] || document.querySelector('dialog:modal')) return;
  if (key.startsWith('arrow') && event.target.closest('dialog, .menu, input')) return;
  if (key === ' ' && event.target.closest('button, a, summary, input')) return;
  event.preventDefault();
  keys[key]();
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) { pause(); leave(); } else if (!held) play();
});
calm.addEventListener('change', () => { if (calm.matches) hold(true); });

/* The hairline runs with the film. */
const run = (now) => {
  if (film() && !film().paused) {
    const passed = Math.min(now - looked, 1000) / 1000;
    watched += passed;
    counted += passed;
    if (counted >= 5) {
      document.dispatchEvent(new CustomEvent('watching', { detail: counted }));
      counted = 0;
    }
  }
  looked = now;
  const playing = film(), hair = here() && $('.stage__hair', here());
  if (playing?.duration && hair && !hair.matches(':active')) {
    const part = playing.currentTime / playing.duration;
    hair.value = String(Math.round(part * hair.max));
    hair.style.setProperty('--at', `${part * 100}%`);
    hair.setAttribute('aria-valuetext', `${playing.currentTime.toFixed(1)} / ${playing.duration.toFixed(1)}`);
  }
  requestAnimationFrame(run);
};

feed.classList.add('is-live');
setSound(recall('sound') === 'on', false);
setCaptions((recall('captions') ?? feed.dataset.captions) === 'true', false);
gather();
arrive(slides[0]);
requestAnimationFrame(run);
