/* The composer keeps the draft at every pause in typing. The answer brings the other view of the prompt, the coach's notes, what
   may be chosen and what it would cost: every [data-piece] takes the place of the piece with the same id.
   A button [data-touch] (a fix, a phrase, an example) is sent the same way. Works as a plain form without this script. */
import { $, $$, each } from '../models/page.js';
import { recall, remember } from '../models/preferences.js';
import { csrf, nodes } from '../models/server.js';
import { stash } from '../models/stash.js';
import { toast } from './toast.js';

const pause = 400, moment = 60, again = 4000;
const isText = (field) => field?.matches?.('textarea, input:not([type="radio"], [type="checkbox"])');

const read = (note) => {
  try {
    const found = JSON.parse(note);
    return found?.draft && typeof found.words === 'string' ? found : null;
  } catch {
    return null;
  }
};

each('[data-composer]', (form) => {
  const words = $('#prompt', form), edited = form.elements.edited, kept = stash(`emaki-draft-${form.dataset.account}`);
  let edits = 0, leaving = false, timer, sending;

  const status = (key) => { const line = $('[data-status]', form); if (line) line.textContent = form.dataset[key]; };
  const later = (wait, said) => { clearTimeout(timer); timer = setTimeout(() => keep(undefined, false, said), wait); };
  const touched = (wait) => {
    edits += 1;
    kept.put(JSON.stringify({ draft: form.elements.draft.value, words: words.value, parts: edited.value === 'parts' ? fields() : '' }));
    later(wait);
  };

  /* Everything in the form but the picture: what parts and shots hold is not yet in the words. */
  const fields = () => {
    const data = new FormData(form);
    ['picture', '_csrf'].forEach((name) => data.delete(name));
    return new URLSearchParams(data).toString();
  };

  /* A picture goes along while there is one to bring; without one the form is sent as mere words. */
  const send = (url, extra, said) => {
    const data = said ? new URLSearchParams(said) : new FormData(form);
    if (extra.keepalive || !data.get('picture')?.size) data.delete('picture');
    return fetch(url, {
      method: 'POST', body: said || data.has('picture') ? data : new URLSearchParams(data), headers: { 'X-Fragment': 'answer', ...csrf() }, ...extra,
    });
  };

  /* One that is too large is not even sent. */
  const bring = (field) => {
    const file = field.files[0];
    field.parentElement.querySelector('.field__error')?.remove();
    if (file?.size > Number(field.dataset.most)) {
      field.value = '';
      field.after(Object.assign(document.createElement('p'), { className: 'field__error', role: 'alert', textContent: field.dataset.large }));
    } else if (file) keep(form.dataset.draft, true);
  };

  const keep = async (url = form.dataset.draft, touch = false, said = '') => {
    clearTimeout(timer);
    sending?.abort();
    sending = new AbortController();
    const at = edits, before = words.value;
    status('saving');
    try {
      const response = await send(url, { signal: sending.signal }, said);
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      const answer = nodes(await response.text());
      if (at === edits) place(answer, before, touch);
    } catch (refusal) {
      if (refusal.name === 'AbortError') return;
      status('unsaved');
      later(again, said);
    }
  };

  const place = (answer, before, touch) => {
    const text = $('#answer-text', answer);
    edited.value = 'words';
    form.dataset.kept = '';
    if (text.value !== words.value.replaceAll('\r\n', '\n')) say(text.value, touch && before);
    words.lang = text.lang;
    $$('[data-piece]', answer).forEach((piece) => swap(piece, touch));
    status($('#answer-text', answer).value.trim() ? 'saved' : 'begin');
    kept.drop();
    form.dispatchEvent(new CustomEvent('answered'));
  };

  const say = (text, before) => {
    const [from, to] = [words.selectionStart, words.selectionEnd];
    words.value = text;
    words.setSelectionRange(Math.min(from, text.length), Math.min(to, text.length));
    if (typeof before === 'string' && before.trim()) {
      toast(form.dataset.changed, form.dataset.undo, () => { words.value = before; edited.value = 'words'; touched(0); });
    }
  };

  /* A field that somebody writes in stays; any other control gives its focus to its successor. */
  const swap = (piece, touch) => {
    const old = document.getElementById(piece.id), at = document.activeElement;
    if (!old || (piece.dataset.piece === 'still' && old.isEqualNode(piece)) || (old.contains(at) && isText(at) && !touch)) return;
    const same = old.contains(at) && (at.id ? `#${at.id}` : at.name ? `[name="${at.name}"]${at.type === 'radio' ? `[value="${at.value}"]` : ''}` : '');
    if ($('details[open]', old)) $('details', piece)?.setAttribute('open', '');
    const scroll = $('.maki__paper', old)?.scrollLeft;
    old.replaceWith(piece);
    if (scroll) $('.maki__paper', piece).scrollLeft = scroll;
    if (same) $(same, piece)?.focus();
  };

  form.addEventListener('input', (event) => {
    if ('picture' in event.target.dataset) return bring(event.target);
    if (event.target.name === 'view' || !event.target.name) return;
    if (event.target === words) edited.value = 'words';
    if ('part' in event.target.dataset) edited.value = 'parts';
    touched(isText(event.target) ? pause : moment);
  });
  form.addEventListener('rearranged', () => { edited.value = 'parts'; touched(moment); });
  form.addEventListener('submit', (event) => {
    const touch = event.submitter;
    if (!touch?.matches('[data-touch]')) {
      // an order may be turned away, for nobody is signed in any more: only its answer tells that the words arrived
      if (touch?.hasAttribute('formaction')) kept.drop();
      leaving = true;
      clearTimeout(timer);
      sending?.abort();
      return;
    }
    event.preventDefault();
    touch.closest('[popover]')?.hidePopover();
    keep(touch.formAction, true);
  });
  addEventListener('pageshow', () => { leaving = false; });
  addEventListener('pagehide', () => { if (!leaving && kept.get() !== null) send(form.dataset.draft, { keepalive: true }).catch(() => {}); });

  // the view that was chosen last; on a phone the words alone at first, since both views of them make a long way
  const view = recall('studio-view') ?? (matchMedia('(width < 760px)').matches ? 'words' : 'both');
  $$('[name="view"]', form).forEach((choice) => {
    choice.checked = choice.value === view;
    choice.addEventListener('change', () => remember('studio-view', choice.value));
  });
  form.classList.add('is-viewed');

  // an order that was not taken is answered by its own sheet
  if (location.pathname === new URL(form.action).pathname) kept.drop();
  const found = read(kept.get());
  if (found?.parts) {
    toast(form.dataset.found);
    keep(undefined, false, found.parts);
  } else if (found && found.words !== words.value) {
    form.elements.draft.value = found.draft;
    words.value = found.words;
    toast(form.dataset.found);
    touched(0);
  }
  form.dispatchEvent(new CustomEvent('answered'));
});
