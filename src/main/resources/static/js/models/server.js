/* Talking to the server as a form or a link would, without leaving the page. */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export const csrf = () => {
  const header = meta('csrf-header'), token = meta('csrf-token');
  return header && token ? { [header]: token } : {};
};

/* Sends a form. Answers the Response; throws when it is refused or the session has ended. */
export const send = async (form, { fragment, submitter } = {}) => {
  const response = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form, submitter)),
    headers: fragment ? { 'X-Fragment': fragment } : {},
    keepalive: true, // what was pressed is done, also when the page is left at once
  });
  return settled(response);
};

/* Tells the server something in passing, also when the page is being left; nobody waits for an answer. */
export const tell = (url, values) => {
  fetch(url, {
    method: 'POST', body: new URLSearchParams(values), headers: { ...csrf(), 'X-Fragment': 'none' }, keepalive: true,
  }).catch(() => {});
};

/* The named fragment of a page, as nodes ready to be put in place. */
export const fragment = async (url, name, { signal } = {}) => {
  const response = settled(await fetch(url, { headers: { 'X-Fragment': name }, signal }));
  return nodes(await response.text());
};

export const nodes = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  // a template is read as if there were no script, which would bring to life what is meant for that
  template.content.querySelectorAll('noscript').forEach((node) => node.remove());
  return template.content;
};

const settled = (response) => {
  if (response.redirected && new URL(response.url).pathname === '/sign-in') location.assign('/sign-in');
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
};
