/* Tabs that swap panels on the page: arrows move, Home and End jump. Tabs that are links need none of this. */
import { $$ } from '../models/page.js';

const tabsOf = (tab) => $$('[role="tab"]', tab.closest('[role="tablist"]'));

export const pick = (tab) => {
  tabsOf(tab).forEach((other) => {
    const on = other === tab, panel = document.getElementById(other.getAttribute('aria-controls'));
    other.setAttribute('aria-selected', String(on));
    other.tabIndex = on ? 0 : -1;
    if (panel) panel.hidden = !on;
  });
  tab.dispatchEvent(new CustomEvent('picked', { bubbles: true }));
};

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener('click', (event) => {
  const tab = event.target.closest('[role="tab"]');
  if (tab) pick(tab);
});

document.addEventListener('keydown', (event) => {
  const tab = event.target.closest?.('[role="tab"]');
  if (!tab) return;
  const tabs = tabsOf(tab), at = tabs.indexOf(tab);
  const next = event.key === 'Home' ? tabs[0]
    : event.key === 'End' ? tabs.at(-1)
      : tabs[(at + (steps[event.key] ?? 0) + tabs.length) % tabs.length];
  if (next === tab) return;
  event.preventDefault();
  pick(next);
  next.focus();
});
