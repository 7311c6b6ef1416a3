/* Lets this browser be written to: asks for permission when it is wished for, never before, and tells the server the address. */
import { $ } from '../models/page.js';
import { csrf } from '../models/server.js';
import { failed, toast } from './toast.js';

const place = $('[data-push]'), zone = $('[data-zone="true"]');
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const subscribe = async () => {
  if (await Notification.requestPermission() !== 'granted') { toast(place.dataset.refused); return; }
  const worker = await navigator.serviceWorker.ready;
  const browser = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(place.dataset.key) });
  const answer = await fetch('/settings/notifications/push', {
    method: 'POST', headers: csrf(),
    body: new URLSearchParams({ endpoint: browser.endpoint, key: text(browser.getKey('p256dh')), secret: text(browser.getKey('auth')) }),
  });
  if (!answer.ok) throw new Error(answer.status);
  toast(place.dataset.done);
};

if (place && 'PushManager' in window && 'serviceWorker' in navigator) {
  const on = $('[data-push-on]', place);
  on.hidden = false;
  $('[data-push-none]', place).hidden = true;
  on.addEventListener('click', () => subscribe().catch(failed));
}
