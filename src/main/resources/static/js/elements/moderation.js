/* The queue by keyboard: J and K move, A, R and S choose, U takes the last decision back. Enter decides, as in any form. */
const choices = { a: 'KEEP', r: 'REMOVE', s: 'SUSPEND' };

const typing = (event) =>
  event.target.closest('input:not([type="radio"]), textarea, select') || event.metaKey || event.ctrlKey || event.altKey;

const move = (step) => {
  const items = [...document.querySelectorAll('.q')];
  const here = items.findIndex((item) => item.getAttribute('aria-current'));
  items[here + step]?.click();
};

document.addEventListener('keydown', (event) => {
  if (typing(event)) return;
  const key = event.key.toLowerCase();
  if (key === 'j') move(1);
  else if (key === 'k') move(-1);
  else if (key === 'u') document.querySelector('[data-undo]')?.requestSubmit();
  else if (choices[key]) {
    const choice = document.querySelector(`#decision [value="${choices[key]}"]`);
    if (choice) {
      choice.checked = true;
      choice.focus();
    }
  }
});
