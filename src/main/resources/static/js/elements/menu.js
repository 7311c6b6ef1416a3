/* Menus are popovers placed by CSS anchors; where a browser has none they are placed here. */
import { $, each } from '../models/page.js';

const edge = 8;

const place = (menu) => {
  const opener = $(`[popovertarget="${menu.id}"]:not([hidden])`).getBoundingClientRect(), size = menu.getBoundingClientRect();
  const above = opener.top - size.height - 2 * edge, below = opener.bottom + size.height + 2 * edge;
  menu.style.left = `${Math.max(edge, Math.min(opener.left, innerWidth - size.width - 2 * edge))}px`;
  menu.style.top = `${below > innerHeight ? Math.max(edge, above) : opener.bottom}px`;
};

if (!CSS.supports('position-area', 'end')) {
  each('.menu[popover]', (menu) => menu.addEventListener('toggle', (event) => event.newState === 'open' && place(menu)));
}
