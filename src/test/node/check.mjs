/* OpenAI's own package for Node, every operation, against a running Emaki. Needs a key with read and generate, and credits for six short films. */
import assert from 'node:assert/strict';
import OpenAI, { APIError, toFile } from 'openai';

const { EMAKI_URL = 'http://localhost:8080', EMAKI_KEY, EMAKI_MODEL: model = 'sora-2', EMAKI_SIZE: size = '720x1280', EMAKI_WORDS: words = '' } = process.env;
assert(EMAKI_KEY, 'Set EMAKI_KEY to a key with the scopes read and generate');
const client = new OpenAI({ baseURL: `${EMAKI_URL}/v1`, apiKey: EMAKI_KEY });
const KEYS = ['id', 'object', 'model', 'status', 'progress', 'created_at', 'completed_at', 'expires_at', 'prompt', 'size', 'seconds', 'remixed_from_video_id', 'error'];

const step = async (name, work) => {
  const answer = await work();
  console.log(`ok  ${name}`);
  return answer;
};
const fails = async (type, code, work) => {
  await assert.rejects(work, (problem) => {
    assert(problem instanceof type, `${problem}`);
    assert.equal(problem.code, code);
    return true;
  });
};
const finished = async (id) => {
  for (;;) {
    const video = await client.videos.retrieve(id);
    if (video.status === 'completed' || video.status === 'failed') return video;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

await step('the models are listed', async () => {
  const ids = (await client.models.list()).data.map((model) => model.id);
  assert(ids.includes('sora-2'));
});
const video = await step('a film is ordered with words', () => client.videos.create({ prompt: `A paper boat on a pond${words}`, model, seconds: '4', size }));
assert.deepEqual(Object.keys(video).filter((key) => !key.startsWith('_')).sort(), [...KEYS].sort());
const done = await step('it is finished', () => finished(video.id));
assert.equal(done.status, 'completed', JSON.stringify(done.error));
let film;
for (const [variant, type] of [['video', 'video/mp4'], ['thumbnail', 'image/webp'], ['spritesheet', 'image/']]) {
  await step(`its ${variant} is fetched`, async () => {
    const answer = await client.videos.downloadContent(video.id, { variant });
    assert(answer.headers.get('content-type').startsWith(type));
    const bytes = await answer.arrayBuffer();
    assert(bytes.byteLength > 100);
    if (variant === 'video') film = Buffer.from(bytes);
  });
}
const remix = await step('it is remixed', () => client.videos.remix(video.id, { prompt: 'The same boat at night' }));
assert.equal(remix.remixed_from_video_id, video.id);
const edit = await step('it is edited', () => client.videos.edit({ video: { id: video.id }, prompt: 'The boat is red' }));
const more = await step('it is extended', () => client.videos.extend({ video: { id: video.id }, prompt: `The boat reaches the sea${words}`, seconds: '4' }));
assert.equal(more.seconds, String(Number(done.seconds) + 4), 'the film before it counts');
const whole = await step('the extension is the whole film', () => finished(more.id));
assert.equal(whole.status, 'completed', JSON.stringify(whole.error));
assert.equal(whole.seconds, more.seconds);
const sent = () => toFile(film, 'mine.mp4', { type: 'video/mp4' });
const onward = await step('a film that is sent along is extended', async () =>
  client.videos.extend({ video: await sent(), prompt: 'A frog looks on', seconds: '4', face_consent: true }));
assert.equal(onward.seconds, more.seconds);
assert.equal(onward.remixed_from_video_id, null);
await step('a film that is sent along is edited, or refused by name', async () => {
  try {
    const other = await client.videos.edit({ video: await sent(), prompt: 'All of it in snow', face_consent: true });
    await client.videos.delete(other.id);
  } catch (problem) {
    assert(problem instanceof APIError && problem.param === 'video' && problem.code === 'unsupported_value', `${problem}`);
  }
});
await step('a character is made of a film and found again, or a person is refused', async () => {
  try {
    const character = await client.videos.createCharacter({ name: 'The paper boat', video: await sent() });
    assert.equal((await client.videos.getCharacter(character.id)).name, 'The paper boat');
  } catch (problem) {
    assert(problem instanceof APIError && ['moderation_blocked', 'unsupported_value'].includes(problem.code), `${problem}`);
  }
});
await step('an order with a name of its own counts once', async () => {
  const name = crypto.randomUUID();
  const order = () => client.videos.create({ prompt: 'A lantern', model }, { headers: { 'Idempotency-Key': name } });
  const [one, other] = [await order(), await order()];
  assert.equal(one.id, other.id);
  await client.videos.delete(one.id);
});
await step('answers say who they are and how long they took', async () => {
  const { response, request_id: id } = await client.videos.retrieve(video.id).withResponse();
  assert.match(id, /^req_/);
  for (const name of ['openai-processing-ms', 'x-ratelimit-limit-requests', 'x-ratelimit-remaining-requests', 'x-ratelimit-reset-requests']) {
    assert(response.headers.get(name), name);
  }
});
await step('the list is turned page by page', async () => {
  const ids = [];
  for await (const each of client.videos.list({ limit: 1 })) ids.push(each.id);
  for (const { id } of [video, remix, edit, more, onward]) assert(ids.includes(id));
  const oldest = [];
  for await (const each of client.videos.list({ limit: 2, order: 'asc' })) oldest.push(each.id);
  assert.deepEqual(oldest, ids.toReversed());
});
await step('a picture is taken, or refused by name', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAQklEQVR4nO3PAQkAMAzAsPk3vYsILVwCR+fsBhQQQAABBBBAAAEEEEAAAQQQQAABBBBAAAEEEEAAAQQQQAABBHjjADyKBgHjHr0tAAAAAElFTkSuQmCC', 'base64');
  try {
    const moving = await client.videos.create({ prompt: 'It moves', model, input_reference: await toFile(png, 'a.png', { type: 'image/png' }) });
    await client.videos.delete(moving.id);
  } catch (problem) {
    assert(problem instanceof APIError && problem.param === 'input_reference', `${problem}`);
  }
});
await step('mistakes are told', async () => {
  await fails(OpenAI.NotFoundError, 'not_found', () => client.videos.retrieve('video_1'));
  await fails(OpenAI.BadRequestError, 'model_not_found', () => client.videos.create({ prompt: 'x', model: 'gpt-9' }));
  await fails(OpenAI.AuthenticationError, 'invalid_api_key', () => new OpenAI({ baseURL: `${EMAKI_URL}/v1`, apiKey: 'emk_wrong' }).videos.list());
});
await step('all of it is deleted', async () => {
  for (const { id } of [onward, more, edit, remix, video]) assert.equal((await client.videos.delete(id)).deleted, true);
});
