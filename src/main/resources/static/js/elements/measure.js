/* `data-v="62"` becomes --p for pictures that unroll. The page may not carry style attributes; a script may set styles. */
import { each } from '../models/page.js';

const draw = (element) => element.style.setProperty('--p', element.dataset.v);

each('[data-v]', (element) => {
  draw(element);
  new MutationObserver(() => draw(element)).observe(element, { attributeFilter: ['data-v'] });
});
