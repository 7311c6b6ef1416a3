/* Takes of one order side by side: all of them play muted and together while they are in view. Arrow keys and taps move the
   choice, space plays and pauses, Enter keeps. Without this script each take plays by its own controls. */
import { $, $$, calm, each, icon } from '../models/page.js';

each('[data-chooser]', (form) => {
  const bar = $('[data-chooser-bar]', form), play = $('[data-chooser-play]', form), sound = $('[data-chooser-sound]', form);
  let seen = false, wanted = !calm.matches, loud = false, picked = '';

  const films = () => $$('.take--pick video', form);
  const chosen = () => $('video', $('input[name="take"]:checked', form)?.closest('.take') ?? form);

  const show = (button, on, names) => {
    icon(button, names[on ? 0 : 1]);
    button.setAttribute('aria-label', on ? button.dataset.on : button.dataset.off);
  };

  const follow = () => {
    bar.hidden = !films().length;
    films().forEach((film) => {
      film.controls = false;
      film.muted = !(loud && film === chosen());
      if (seen && wanted) film.play().catch(() => {}); else film.pause();
    });
    show(play, wanted, ['pause', 'play']);
    show(sound, loud, ['volume', 'mute']);
  };

  const toggle = () => { wanted = !wanted; follow(); };

  form.addEventListener('change', (event) => { picked = event.target.value; follow(); });
  play.addEventListener('click', toggle);
  sound.addEventListener('click', () => { loud = !loud; follow(); });
  form.addEventListener('keydown', (event) => {
    if (event.target.name !== 'take') return;
    if (event.key === ' ') { event.preventDefault(); toggle(); }
    if (event.key === 'Enter') { event.preventDefault(); form.requestSubmit(); }
  });
  // a take that arrives later does not take the choice away
  new MutationObserver(() => {
    const radio = $$('input[name="take"]', form).find((it) => it.value === picked);
    if (radio) radio.checked = true;
    follow();
  }).observe(form, { childList: true });
  new IntersectionObserver(([entry]) => { seen = entry.isIntersecting; follow(); }, { threshold: 0.3 }).observe(form);
  follow();
});
