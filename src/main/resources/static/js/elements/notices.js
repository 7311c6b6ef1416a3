/* The mark beside the bell, live: one tab of a browser listens to the server and tells the others, so that open tabs do not
   use up the browser's few connections. On the page of notices the list is drawn anew. */
import { $ } from '../models/page.js';
import { fragment } from '../models/server.js';

const marks = document.querySelectorAll('[data-unread]'), list = $('[data-notices]');
const others = 'BroadcastChannel' in window ? new BroadcastChannel('emaki-unread') : null;
let known;

const show = async (unread) => {
  for (const mark of marks) mark.hidden = unread === 0;
  if (list && known !== undefined && unread > known) {
    const fresh = (await fragment(location.href, 'notices')).querySelector('[data-notices]');
    if (fresh) list.replaceChildren(...fresh.childNodes);
  }
  known = unread;
};

const ask = async () => {
  const answer = await fetch('/notifications/unread');
  if (answer.ok && !answer.redirected) show(Number(await answer.text()));
};

/* Holds the stream until the page goes away; then the next tab gets the lock. */
const listen = () => new Promise((gone) => {
  const bell = new EventSource('/notifications/events');
  bell.addEventListener('unread', (event) => {
    show(Number(event.data));
    others?.postMessage(Number(event.data));
  });
  bell.addEventListener('error', () => { if (bell.readyState === EventSource.CLOSED) gone(); });
  addEventListener('pagehide', () => { bell.close(); gone(); }, { once: true });
});

if (marks.length) {
  ask();
  others?.addEventListener('message', (event) => show(event.data));
  document.addEventListener('visibilitychange', () => document.hidden || ask());
  const start = () => navigator.locks?.request('emaki-bell', listen);
  addEventListener('load', () => setTimeout(start, 1500)); // what is to be seen comes first
  addEventListener('pageshow', (event) => { if (event.persisted) start(); });
}
