/* The four cards of a first visit. They stand beside the feed, which goes on; skipped or read, they do not come again. */
import { $, $$ } from '../models/page.js';
import { send } from '../models/server.js';

const guide = $('[data-guide]');

if (guide) {
  const cards = $$('[data-guide-card]', guide);
  let at = 0;
  const end = () => {
    if (guide.open) guide.close();
    send($('form', guide), { fragment: 'none' }).catch(() => {}); // then it is shown once more
  };
  const turn = () => {
    cards[at].hidden = true;
    at += 1;
    if (at === cards.length) { end(); return; }
    cards[at].hidden = false;
    guide.setAttribute('aria-labelledby', $('h2', cards[at]).id);
    $('[data-guide-next]', cards[at]).focus();
  };
  guide.addEventListener('click', (event) => {
    if (event.target.closest('[data-guide-skip]')) end();
    if (event.target.closest('[data-guide-next]')) turn();
  });
  guide.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { event.preventDefault(); end(); }
  });
  guide.show();
}
