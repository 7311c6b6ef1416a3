/* A look ahead while seeking: small pictures of the film, all in one file that is fetched when first wanted.
   <div data-strip="/media/x.jpg" data-tiles="16" data-shape="720/1280"> around a stage with a hairline (a picture over the
   hair, where the pointer is or the key went) or a still in a grid (the still itself, as the mouse moves over it). */
import { $, each } from '../models/page.js';

const LINGER = 700;

each('[data-strip]', (film) => {
  const stage = $('.stage', film), hair = $('.stage__hair', film), frame = stage ? null : $('.frame', film);
  const home = stage ?? frame, tiles = Number(film.dataset.tiles);
  if (!home || !tiles || stage && !hair) return;
  const strip = document.createElement('span');
  strip.className = stage ? 'strip strip--over' : 'strip';
  strip.hidden = true;
  strip.setAttribute('aria-hidden', 'true');
  strip.style.aspectRatio = film.dataset.shape;
  strip.style.setProperty('--tiles', tiles);
  home.append(strip);

  let waiting;
  const show = (at) => {
    clearTimeout(waiting);
    if (!strip.style.backgroundImage) strip.style.backgroundImage = `url("${film.dataset.strip}")`;
    strip.style.setProperty('--tile', Math.min(tiles - 1, Math.floor(at * tiles)));
    strip.style.setProperty('--at', at);
    strip.hidden = false;
  };
  const hide = () => { clearTimeout(waiting); strip.hidden = true; };
  const within = (event, box) => Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));

  if (frame) {
    frame.addEventListener('pointermove', (event) => { if (event.pointerType === 'mouse') show(within(event, frame.getBoundingClientRect())); });
    frame.addEventListener('pointerleave', hide);
    return;
  }
  hair.addEventListener('pointermove', (event) => show(within(event, hair.getBoundingClientRect())));
  hair.addEventListener('input', () => { show(hair.value / hair.max); waiting = setTimeout(hide, LINGER); });
  ['pointerleave', 'pointercancel', 'blur'].forEach((gone) => hair.addEventListener(gone, hide));
});
