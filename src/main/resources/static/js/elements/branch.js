/* A branch in one sequence: two films take turns on one stage, so that the next one is ready when this one ends.
   [data-branch] with links [data-branch-film] (data-film, data-poster, data-title, data-by); they stay links without this. */
import { $, $$, calm, each, icon, isTyping } from '../models/page.js';

each('[data-branch]', (branch) => {
  const links = $$('[data-branch-film]', branch), screen = $('[data-branch-screen]', branch);
  const card = $('[data-branch-card]', branch), status = $('[data-branch-status]', branch), place = $('[data-branch-at]', branch);
  const play = $('[data-branch-play]', branch), sound = $('[data-branch-sound]', branch);
  if (!links.length) return;
  let at = 0, wanted = !calm.matches, muted = true, fading;

  const films = [0, 1].map(() => {
    const film = document.createElement('video');
    film.playsInline = true;
    film.preload = 'auto';
    film.addEventListener('ended', () => { if (film === now()) step(1); });
    film.addEventListener('click', () => turn());
    ['play', 'pause'].forEach((turned) => film.addEventListener(turned, () => { if (film === now()) label(); }));
    screen.append(film);
    return film;
  });
  let turnOf = 0;
  const now = () => films[turnOf];

  const label = () => {
    const on = !now().paused;
    play.setAttribute('aria-label', on ? play.dataset.on : play.dataset.off);
    icon(play, on ? 'pause' : 'play');
    sound.setAttribute('aria-label', muted ? sound.dataset.off : sound.dataset.on);
    icon(sound, muted ? 'mute' : 'volume');
  };
  const load = (film, link) => {
    if (film.getAttribute('src') === link.dataset.film) return;
    film.src = link.dataset.film;
    film.poster = link.dataset.poster;
  };
  const tell = (link) => {
    const title = document.createElement('b'), by = document.createElement('small');
    title.textContent = link.dataset.title;
    by.textContent = link.dataset.by;
    card.replaceChildren(title, by);
    card.classList.add('is-on');
    clearTimeout(fading);
    fading = setTimeout(() => card.classList.remove('is-on'), 2600);
    place.textContent = `${at + 1} / ${links.length}`;
    status.textContent = branch.dataset.say.replace('#', link.dataset.title).replace('#', link.dataset.by);
  };
  const show = (index) => {
    const before = now();
    at = index;
    turnOf = films[1 - turnOf].getAttribute('src') === links[at].dataset.film ? 1 - turnOf : turnOf;
    const film = now(), link = links[at];
    load(film, link);
    if (film !== before) before.pause();
    film.muted = muted;
    film.currentTime = 0;
    films.forEach((one) => one.classList.toggle('is-on', one === film));
    links.forEach((one) => (one === link ? one.setAttribute('aria-current', 'true') : one.removeAttribute('aria-current')));
    tell(link);
    if (wanted) film.play().catch(() => {});
    if (links[at + 1]) load(films[1 - turnOf], links[at + 1]);
    label();
  };
  const step = (by) => {
    const next = at + by;
    if (next >= links.length) { wanted = false; at = 0; show(0); now().pause(); label(); return; }
    if (next >= 0) show(next);
  };
  const turn = () => { wanted = now().paused; if (wanted) now().play().catch(() => {}); else now().pause(); };

  links.forEach((link, index) => link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    wanted = true;
    show(index);
  }));
  $$('[data-branch-step]', branch).forEach((button) => button.addEventListener('click', () => step(Number(button.dataset.branchStep))));
  play.addEventListener('click', turn);
  sound.addEventListener('click', () => { muted = !muted; now().muted = muted; label(); });
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || event.target.closest('button, a, summary, dialog')) return;
    if (event.key === ' ') { event.preventDefault(); turn(); }
    if (event.key === 'j' || event.key === 'ArrowRight') step(1);
    if (event.key === 'k' || event.key === 'ArrowLeft') step(-1);
    if (event.key.toLowerCase() === 'm') sound.click();
  });
  show(0);
});
