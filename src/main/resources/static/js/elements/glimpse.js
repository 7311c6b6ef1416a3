/* A film that is being drawn shows what there is so far: each step of `data-v` looks once more at `data-glimpse`. */
import { $$, each } from '../models/page.js';

const show = (element, address) => {
  const pictures = $$('img', element);
  if (!pictures.length) {
    const ghost = Object.assign(new Image(), { className: 'unroll__ghost', alt: '' }), sharp = Object.assign(new Image(), { alt: '' });
    element.prepend(ghost, sharp);
    pictures.push(ghost, sharp);
  }
  pictures.forEach((picture) => { picture.src = address; });
};

each('[data-glimpse]', (element) => {
  let looking = false;
  const look = async () => {
    if (looking || !Number(element.dataset.v)) return;
    looking = true;
    const picture = new Image();
    picture.src = `${element.dataset.glimpse}?at=${element.dataset.v}`;
    try {
      await picture.decode();
      show(element, picture.src);
    } catch {
      // nothing to see yet, or a model that shows nothing before the end
    } finally {
      looking = false;
    }
  };
  new MutationObserver(look).observe(element, { attributeFilter: ['data-v'] });
});
