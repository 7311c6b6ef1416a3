/* `data-state` is filled with what the browser looks like, so that whoever reads the slip can look at the same. */
import { each } from '../models/page.js';

each('[data-state]', (field) => {
  const { lang, dataset } = document.documentElement;
  const size = `${innerWidth}×${innerHeight}@${devicePixelRatio}`;
  field.value = [size, lang, dataset.theme || 'auto', matchMedia('(prefers-reduced-motion: reduce)').matches ? 'calm' : ''].join(' ').trim();
});
