/* A form that is on its way cannot be sent twice, and its button shows that it is working. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog' || form.matches('[data-toggle], [data-talk-form], [data-theme-form]')) return;
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
