// Times stand in the page as UTC; here they become the reader's own.
const words = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
  month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit',
});
for (const time of document.querySelectorAll('time[data-local]')) {
  time.textContent = words.format(new Date(time.dateTime));
}
