/* A piece of a page that asks how far it is: <section data-poll="/address" data-poll-fragment="name"> is replaced by that fragment
   every two seconds, until the one that comes asks no more. */
import { each } from '../models/page.js';
import { fragment } from '../models/server.js';

const wait = 2000;

each('[data-poll]', (piece) => {
  const ask = async () => {
    if (!piece.isConnected) return;
    if (document.hidden) { setTimeout(ask, wait); return; }
    try {
      const next = (await fragment(piece.dataset.poll, piece.dataset.pollFragment)).firstElementChild;
      piece.replaceWith(next);
    } catch { setTimeout(ask, wait * 2); }
  };
  setTimeout(ask, wait);
});
