/* The mark beside the bell: how many notices are unread, asked for once a page and again when the page is looked at anew. */
const marks = document.querySelectorAll('[data-unread]');

const refresh = async () => {
  const answer = await fetch('/notifications/unread');
  if (!answer.ok || answer.redirected) return;
  const unread = Number(await answer.text());
  for (const mark of marks) mark.hidden = unread === 0;
};

if (marks.length) {
  refresh();
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
}
