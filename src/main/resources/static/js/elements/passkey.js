/* Passkeys: `data-passkey="sign-in"` on a button signs in, `data-passkey="add"` adds one. Hidden until the browser can. */
import { each } from '../models/page.js';
import { csrf } from '../models/server.js';
import { toast } from './toast.js';

const post = async (url, body) => {
  const response = await fetch(url, {
    method: 'POST', body, headers: { ...csrf(), ...(body ? { 'Content-Type': 'application/json' } : {}), 'X-Fragment': 'none' },
  });
  if (response.status === 428) location.assign('/settings/proof?to=passkeys'); // a session of long ago
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
};

const acts = {
  async 'sign-in'() {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/sign-in/passkey/options'));
    const credential = await navigator.credentials.get({ publicKey });
    return post('/sign-in/passkey', JSON.stringify(credential.toJSON()));
  },
  async add() {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await post('/settings/passkeys/options'));
    const credential = await navigator.credentials.create({ publicKey });
    return post('/settings/passkeys', JSON.stringify(credential.toJSON()));
  },
};

each('[data-passkey]', (button) => {
  const part = button.closest('[data-passkey-part]');
  part.hidden = !window.PublicKeyCredential?.parseRequestOptionsFromJSON;
  if (part.hidden) return;
  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    try {
      const { to } = await acts[button.dataset.passkey]();
      const there = new URL(to, location);
      location.assign(there);
      if (there.pathname === location.pathname) location.reload(); // the same page with one passkey more
    } catch {
      toast(button.dataset.failed);
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
});
