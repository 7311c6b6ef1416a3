/* Emaki as an app: its worker, whose address never changes. */
if ('serviceWorker' in navigator) {
  addEventListener('load', () => navigator.serviceWorker.register('/worker.js').catch(() => {})); // a page without HTTPS has none
}
