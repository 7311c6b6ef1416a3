/* `[data-voice]`: reads words aloud into a WAV of its own, so that no file of unknown make is sent; `data-voices` says at once whether
   a voice can be heard. Script off, a WAV can be chosen, or the words are typed. */
import { $, each, lang } from '../models/page.js';
import { csrf } from '../models/server.js';

const RATE = 16000, SECONDS = 10;

/* Sixteen bits, one channel. */
const wav = (samples) => {
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const words = (at, text) => [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  words(0, 'RIFF'); bytes.setUint32(4, 36 + samples.length * 2, true); words(8, 'WAVEfmt ');
  [[16, 16, 4], [20, 1, 2], [22, 1, 2], [24, RATE, 4], [28, RATE * 2, 4], [32, 2, 2], [34, 16, 2]]
    .forEach(([at, value, size]) => (size === 4 ? bytes.setUint32(at, value, true) : bytes.setUint16(at, value, true)));
  words(36, 'data'); bytes.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => bytes.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 32767, true));
  return new File([bytes], 'words.wav', { type: 'audio/wav' });
};

/* Whatever the browser records, as plain samples. */
const plain = async (blob) => {
  const context = new AudioContext();
  const heard = await context.decodeAudioData(await blob.arrayBuffer()).finally(() => context.close());
  const desk = new OfflineAudioContext(1, Math.max(1, Math.ceil(heard.duration * RATE)), RATE), source = desk.createBufferSource();
  source.buffer = heard;
  source.connect(desk.destination);
  source.start();
  return (await desk.startRendering()).getChannelData(0);
};

each('[data-voice]', (field) => {
  const file = $('input[type="file"]', field), player = $('audio', field), hints = $('[data-voice-hints]', field);
  const speak = $('[data-speak]', field), hush = $('[data-hush]', field), unsay = $('[data-unsay]', field);
  let recorder, timer;

  const say = (lines, fine) => hints.replaceChildren(...lines.map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    item.classList.toggle('is-fine', fine);
    return item;
  }));

  const listen = async () => {
    const [words] = file.files;
    URL.revokeObjectURL(player.src);
    player.hidden = unsay.hidden = !words;
    say([], true);
    if (!words) return;
    player.src = URL.createObjectURL(words);
    const body = new FormData();
    body.set('voice', words);
    const answer = await fetch(field.dataset.voices, { method: 'POST', body, headers: { ...csrf(), 'Accept-Language': lang } });
    if (!answer.ok) return;
    const { hints: lines, fine } = await answer.json();
    say(fine ? [field.dataset.fine] : lines, fine);
  };
  file.addEventListener('change', listen);

  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder || !window.OfflineAudioContext) {
    $('[data-microphone]', field).hidden = true;
    return;
  }
  file.hidden = true;

  const rest = () => {
    clearTimeout(timer);
    recorder?.stream.getTracks().forEach((track) => track.stop());
    recorder = undefined;
    hush.hidden = true;
    speak.hidden = false;
  };
  const put = (words) => {
    const chosen = new DataTransfer();
    if (words) chosen.items.add(words);
    file.files = chosen.files;
    return listen();
  };

  speak.addEventListener('click', async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      say([field.dataset.denied], false);
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', async () => {
      const blob = new Blob(parts, { type: parts[0]?.type });
      rest();
      speak.focus();
      await put(wav(await plain(blob)));
    });
    recorder.start();
    say([field.dataset.listening], true);
    speak.hidden = true;
    hush.hidden = false;
    hush.focus();
    timer = setTimeout(() => recorder?.stop(), SECONDS * 1000);
  });
  hush.addEventListener('click', () => recorder?.stop());
  unsay.addEventListener('click', () => { put(); speak.focus(); });
  addEventListener('pagehide', rest);
});
