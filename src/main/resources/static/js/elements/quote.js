/* A form with `data-quote="/address"`: whenever something in it changes, what it would come to is asked for again and shown
   where the fragment's id stands. Without this script the form tells when it is sent. */
import { each } from '../models/page.js';
import { fragment } from '../models/server.js';

const pause = 350;

each('form[data-quote]', (form) => {
  let timer, asking;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const values = new URLSearchParams(new FormData(form));
    values.delete('_csrf');
    try {
      const fresh = (await fragment(`${form.dataset.quote}?${values}`, 'quote', { signal: asking.signal })).firstElementChild;
      document.getElementById(fresh.id)?.replaceWith(fresh);
    } catch {
      // what stands there is still roughly true, and sending the form tells exactly
    }
  };
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, pause); });
});
