/* Puts the rewrite of a refused text into its field, as if it had been typed. */
document.querySelectorAll('[data-rewrite]').forEach((button) => {
  button.hidden = false;
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-rewrite]');
  const field = button && document.querySelector(button.dataset.rewrite);
  if (!field) return;
  field.value = button.dataset.text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  button.closest('.refusal')?.remove();
});
