/* `form[data-bring]` sends its file as it is, of any size the server takes, and shows how far it has come. */
import { $, each } from '../models/page.js';
import { csrf } from '../models/server.js';
import { toast } from './toast.js';

each('form[data-bring]', (form) => {
  const bar = $('progress', form), button = $('[type="submit"]', form);
  form.addEventListener('submit', (event) => {
    const [file] = $('[type="file"]', form).files;
    if (!file) return;
    event.preventDefault();
    bar.hidden = false;
    button.setAttribute('aria-busy', 'true');
    const request = new XMLHttpRequest(); // fetch does not tell how much has been sent
    request.open('POST', `${form.action}?agreed=${form.elements.agreed.checked}`);
    request.responseType = 'json';
    Object.entries({ ...csrf(), 'Content-Type': 'application/zip', 'X-File-Name': encodeURIComponent(file.name), 'X-Fragment': 'none' })
      .forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', ({ loaded, total }) => { bar.value = total ? (100 * loaded) / total : 0; });
    request.addEventListener('load', () => {
      if (request.status === 202) location.assign(request.response.to);
      else rest(request.response?.words);
    });
    request.addEventListener('error', () => rest());
    const rest = (words) => {
      bar.hidden = true;
      button.removeAttribute('aria-busy');
      toast(words ?? form.dataset.failed);
    };
    request.send(file);
  });
});
