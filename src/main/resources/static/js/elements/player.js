/* The stage on a film's own page: play, sound, and a hairline to seek by.
   <div class="stage" data-player><video>… <button data-play data-on="Pause" data-off="Play"> <button data-sound …>
   <output data-time> <input class="stage__hair" type="range">. Space and M work anywhere outside a field. */
import { $, calm, each, icon, isTyping } from '../models/page.js';

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const label = (button, on, [yes, no]) => {
  if (!button) return;
  button.setAttribute('aria-label', on ? button.dataset.on : button.dataset.off);
  icon(button, on ? yes : no);
};

each('[data-player]', (stage) => {
  const film = $('video', stage), play = $('[data-play]', stage), sound = $('[data-sound]', stage);
  const hair = $('.stage__hair', stage), time = $('[data-time]', stage);
  const turn = () => (film.paused ? film.play().catch(() => {}) : film.pause());
  const hush = () => { film.muted = !film.muted; };
  const tick = () => {
    const at = film.duration ? film.currentTime / film.duration : 0;
    if (time) time.textContent = clock(film.currentTime);
    if (!hair) return;
    hair.value = String(Math.round(at * hair.max));
    hair.style.setProperty('--at', `${at * 100}%`);
    hair.setAttribute('aria-valuetext', clock(film.currentTime));
  };
  film.addEventListener('click', turn);
  play?.addEventListener('click', turn);
  sound?.addEventListener('click', hush);
  hair?.addEventListener('input', () => { if (film.duration) film.currentTime = hair.value / hair.max * film.duration; });
  film.addEventListener('timeupdate', tick);
  ['play', 'pause'].forEach((turned) => film.addEventListener(turned, () => label(play, !film.paused, ['pause', 'play'])));
  film.addEventListener('volumechange', () => label(sound, !film.muted, ['volume', 'mute']));
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || event.target.closest('button, a, summary, dialog')) return;
    if (event.key === ' ') { event.preventDefault(); turn(); }
    if (event.key.toLowerCase() === 'm') hush();
  });
  if (calm.matches) film.pause();
  label(play, !film.paused, ['pause', 'play']);
  label(sound, !film.muted, ['volume', 'mute']);
  tick();
});
