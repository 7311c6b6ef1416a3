/* `data-motion="selector"` on a button stops and starts what moves by itself (WCAG 2.2.2). */
import { $$, calm, each, icon } from '../models/page.js';

each('[data-motion]', (button) => {
  const moving = $$(button.dataset.motion);
  const set = (go) => {
    button.setAttribute('aria-pressed', String(!go));
    icon(button, go ? 'pause' : 'play');
    moving.forEach((thing) => {
      thing.classList.toggle('is-still', !go);
      if (!(thing instanceof HTMLVideoElement)) return;
      if (go) thing.play().catch(() => {}); else thing.pause();
    });
  };
  set(!calm.matches);
  button.addEventListener('click', () => set(button.getAttribute('aria-pressed') === 'true'));
});
