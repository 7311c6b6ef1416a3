/* What every behaviour asks of the page: its parts, its language, its wish for calm. */
export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

export const lang = document.documentElement.lang || 'en';
export const calm = matchMedia('(prefers-reduced-motion: reduce)');
export const number = new Intl.NumberFormat(lang);

/* A key pressed in a field, or together with a modifier, belongs to the field or the browser. */
export const isTyping = (event) =>
  event.metaKey || event.ctrlKey || event.altKey || event.isComposing
  || Boolean(event.target.closest?.('input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'));

/* Calls `set up` for every match now, and for matches that arrive later inside a fragment. */
export const each = (selector, setUp) => {
  const seen = new WeakSet();
  const scan = (root) => {
    if (root.matches?.(selector)) found(root);
    $$(selector, root).forEach(found);
  };
  const found = (element) => {
    if (seen.has(element)) return;
    seen.add(element);
    setUp(element);
  };
  scan(document);
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) scan(node);
  }))).observe(document.body, { childList: true, subtree: true });
};

/* Shows another drawing of the same sprite: icon(button, 'eye-off'). */
export const icon = (element, name) => {
  const use = $('use', element);
  if (use) use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${name}`);
};
