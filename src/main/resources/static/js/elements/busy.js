/* A form that is on its way cannot be sent twice, and its button shows that it is working. */
/* On the window, so that behaviours which send the form themselves (they listen on the document) have already said so. */
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog' || event.submitter?.matches('[data-stays]')) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
});

/* Coming back with the back button finds the page as it was left. */
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('form[data-sending]').forEach((form) => delete form.dataset.sending);
  document.querySelectorAll('[aria-busy="true"]').forEach((button) => button.removeAttribute('aria-busy'));
});
