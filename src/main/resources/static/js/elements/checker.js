/* A form `data-checker` makes real calls with the key that is typed into it, and says of each how it went. The key stays in the page. */
import { $$ } from '../models/page.js';

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const need = (truth, words) => { if (!truth) throw new Error(words); };

const calls = (key, seconds) => {
  const api = async (method, path, { body, with: other, headers = {} } = {}) => {
    const answer = await fetch(path, {
      method,
      credentials: 'omit',
      headers: { Authorization: `Bearer ${other ?? key}`, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
    });
    return answer;
  };
  const read = async (method, path, more) => {
    const answer = await api(method, path, more);
    const json = await answer.json();
    need(answer.ok, `${answer.status} ${json.error?.message ?? ''}`);
    return json;
  };
  const fails = async (status, code, method, path, more) => {
    const answer = await api(method, path, more);
    const { error } = await answer.json();
    need(answer.status === status && error.code === code, `${answer.status} ${error.code}`);
    return `${status} ${code}`;
  };
  let film;
  const order = { prompt: 'A paper boat on a pond. 紙の舟が池に浮かぶ。', seconds: String(seconds) };
  const name = crypto.randomUUID?.() ?? String(Math.random());
  return {
    models: async () => (await read('GET', '/v1/models')).data.map((model) => model.id).slice(0, 3).join(', '),
    list: async () => {
      const page = await read('GET', '/v1/videos?limit=2');
      need(['first_id', 'last_id', 'has_more'].every((part) => part in page), 'has_more');
      return String(page.data.length);
    },
    wrong: () => fails(401, 'invalid_api_key', 'GET', '/v1/videos', { with: 'emk_wrong' }),
    missing: () => fails(404, 'not_found', 'GET', '/v1/videos/video_1'),
    refused: () => fails(400, 'missing_parameter', 'POST', '/v1/videos', { body: { seconds: '4' } }),
    tools: async () => {
      const body = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
      return (await read('POST', '/mcp', { body })).result.tools.map((tool) => tool.name).join(', ');
    },
    create: async () => {
      film = await read('POST', '/v1/videos', { body: order, headers: { 'Idempotency-Key': name } });
      need(Object.keys(film).length === 13, Object.keys(film).join());
      return film.id;
    },
    again: async () => {
      const same = await read('POST', '/v1/videos', { body: order, headers: { 'Idempotency-Key': name } });
      need(same.id === film.id, same.id);
      return same.id;
    },
    done: async (tell) => {
      while (film.status === 'queued' || film.status === 'in_progress') {
        const answer = await api('GET', `/v1/videos/${film.id}`);
        film = await answer.json();
        tell(`${film.status} ${film.progress} %`);
        await pause(Number(answer.headers.get('openai-poll-after-ms') ?? 0));
      }
      need(film.status === 'completed', film.error?.message);
      return film.size;
    },
    content: async () => {
      const piece = await api('GET', `/v1/videos/${film.id}/content`, { headers: { Range: 'bytes=0-11' } });
      const text = new TextDecoder().decode(await piece.arrayBuffer());
      need(piece.status === 206 && text.includes('ftyp'), String(piece.status));
      return piece.headers.get('Content-Range');
    },
    gone: async () => (await read('DELETE', `/v1/videos/${film.id}`)).object,
  };
};

const run = async (form) => {
  const words = form.dataset;
  const all = calls(form.querySelector('input').value.trim(), words.seconds);
  let fine = true;
  for (const step of $$('[data-step]', form)) {
    const outcome = step.querySelector('[data-outcome]');
    const say = (state, text) => { step.dataset.state = state; outcome.textContent = text; };
    if (!fine || ('film' in step.dataset && !form.elements.film.checked)) {
      say('left', words.left);
      continue;
    }
    say('wait', words.wait);
    try {
      say('fine', `${words.fine} ${await all[step.dataset.step]((text) => say('wait', text)) ?? ''}`);
    } catch (problem) {
      fine = step.dataset.step !== 'create' && !('film' in step.dataset) && step.dataset.step !== 'models';
      form.dataset.broken = 'yes';
      say('bad', `${words.bad} ${problem.message}`);
    }
  }
  form.querySelector('[data-sum]').textContent = form.dataset.broken ? words.some : words.all;
};

for (const form of $$('[data-checker]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    delete form.dataset.broken;
    button.setAttribute('aria-busy', 'true');
    button.disabled = true;
    await run(form);
    button.removeAttribute('aria-busy');
    button.disabled = false;
  });
}
