/* Five video elements, moved to where they are needed: however far one scrolls, memory stays where it was.
   The one in view plays, the next ones are being fetched, the one before is kept to go back to. */
import { $ } from './page.js';

const most = 5;

export const players = ({ muted, saving, captions: worded = false }) => {
  const alive = new Map(); // slide → video, in the order of their making
  let quiet = muted, words = worded;

  const make = (slide) => {
    const film = document.createElement('video');
    film.className = 'stage__pic take__film';
    film.loop = true;
    film.playsInline = true;
    film.muted = quiet;
    film.setAttribute('aria-label', slide.getAttribute('aria-label'));
    if (slide.dataset.captions) film.append(captions(slide.dataset.captions));
    film.addEventListener('playing', () => film.classList.add('is-ready'), { once: true });
    return film;
  };

  const captions = (src) => {
    const track = document.createElement('track');
    track.kind = 'captions';
    track.srclang = document.documentElement.lang;
    track.src = src;
    // above the caption and the hairline, which lie over the foot of the picture
    track.addEventListener('load', () => [...track.track.cues].forEach((cue) => { cue.snapToLines = false; cue.line = 68; }));
    return track;
  };

  const speak = (film) => [...film.textTracks].forEach((track) => { track.mode = words ? 'showing' : 'disabled'; });

  const put = (slide, preload) => {
    let film = alive.get(slide);
    if (!film) {
      film = make(slide);
      alive.set(slide, film);
      film.preload = preload;
      film.src = slide.dataset.film;
      $('.take__stage > img.stage__pic', slide).after(film);
      speak(film);
    } else if (preload === 'auto' && film.preload !== 'auto') {
      film.preload = 'auto';
    }
    return film;
  };

  /* An element that is let go keeps its buffers until its source is taken away. */
  const drop = (slide) => {
    const film = alive.get(slide);
    alive.delete(slide);
    film.pause();
    film.removeAttribute('src');
    film.load();
    film.remove();
  };

  return {
    of: (slide) => alive.get(slide),
    /* Brings the players to the slide in view and its neighbours; answers the one in view. */
    focus(slides, at) {
      const near = [at, at + 1, at + 2, at - 1].map((index) => slides[index]).filter((slide) => slide?.dataset.film);
      const wanted = saving ? near.slice(0, 1) : near.slice(0, most);
      [...alive.keys()].filter((slide) => !wanted.includes(slide)).forEach(drop);
      wanted.forEach((slide) => put(slide, slide === slides[at] || slide === slides[at + 1] ? 'auto' : 'metadata'));
      alive.forEach((film, slide) => { if (slide !== slides[at]) film.pause(); });
      return alive.get(slides[at]);
    },
    caption(on) {
      words = on;
      alive.forEach(speak);
    },
    hush(on) {
      quiet = on;
      alive.forEach((film) => { film.muted = on; });
    },
  };
};
