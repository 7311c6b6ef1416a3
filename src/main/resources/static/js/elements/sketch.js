/* A picture of each shot of the storyboard. They come from the server as one strip, asked for when nobody has typed for a while,
   and given up as soon as somebody types on; until then, and where there is none, a shot shows bare paper.
   While shots are moved or copied their pictures go with their words. */
import { $, $$, each } from '../models/page.js';
import { csrf } from '../models/server.js';

const quiet = 1200, tries = 60;

each('[data-composer][data-sketches]', (form) => {
  let timer, asking, tag = '', strip = null;
  const shots = () => $$('[data-board] .shot', form), aspect = () => $('[data-board]', form).dataset.aspect;
  const said = (shot) => ['text', 'camera'].map((name) => $(`[name$="${name}"]`, shot).value.trim()).join('\n');

  const show = () => {
    shots().forEach((shot, at) => {
      const still = $('.shot__still', shot), words = said(shot);
      const tile = strip?.aspect !== aspect() ? -1 : strip.said[at] === words ? at : strip.said.indexOf(words);
      still.classList.toggle('is-drawn', tile >= 0);
      if (tile < 0) return;
      still.style.setProperty('--tile', tile);
      still.style.setProperty('--tiles', strip.said.length);
      still.style.setProperty('--gaps', Math.max(1, strip.said.length - 1));
      still.style.backgroundImage = `url("${strip.url}")`;
    });
  };

  const read = (blob) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = failed;
    reader.readAsDataURL(blob);
  });

  const ask = async (left) => {
    asking = new AbortController();
    const { signal } = asking, board = shots().map(said), shape = aspect();
    try {
      const response = await fetch(`${form.dataset.sketches}${form.elements.draft.value}/sketches`, {
        method: 'POST', headers: { ...csrf(), ...(tag ? { 'If-None-Match': tag } : {}) }, signal,
      });
      if (response.status === 200 && !response.redirected) {
        const url = await read(await response.blob());
        if (signal.aborted) return;
        tag = response.headers.get('ETag');
        strip = { url, said: board, aspect: shape };
        show();
      } else if (response.headers.has('Retry-After') && left > 0) {
        timer = setTimeout(() => ask(left - 1), Number(response.headers.get('Retry-After')) * 1000);
      }
    } catch {
      // a shot without its picture is still a shot
    }
  };

  const later = () => {
    clearTimeout(timer);
    asking?.abort();
    // a sheet that an address laid out is known to the server from its first answer on
    if (shots().length > 0 && ('kept' in form.dataset || !location.search)) timer = setTimeout(() => ask(tries), quiet);
  };

  form.addEventListener('input', () => { clearTimeout(timer); asking?.abort(); });
  form.addEventListener('answered', () => { show(); later(); });
  show();
  later();
});
