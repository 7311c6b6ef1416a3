/* A portrait before it is sent: `form[data-portrait]` shows the chosen picture as it will be cut, asks `data-looks` what could be
   better, and takes one with the camera. Of up to ten seconds the sharpest moment is kept; the rest never leaves the device. */
import { $, each, lang } from '../models/page.js';
import { csrf } from '../models/server.js';

const WIDTH = 480, HEIGHT = 600, HALF_FACE = 104, FACE_Y = 322, MOST = 1600, SECONDS = 10;

each('form[data-portrait]', (form) => {
  const file = $('[name="picture"]', form), canvas = $('canvas', form), video = $('video', form), hints = $('[data-hints]', form);
  const sliders = $('[data-sliders]', form), slide = (name) => $(`[name="${name}"]`, sliders);
  let picture;

  const say = (lines, fine) => hints.replaceChildren(...lines.map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    item.classList.toggle('is-fine', fine);
    return item;
  }));

  const draw = () => {
    if (!picture) return;
    const size = Number(slide('size').value), x = Number(slide('x').value), y = Number(slide('y').value);
    const scale = HALF_FACE / (size * picture.width / 2), paper = canvas.getContext('2d');
    paper.clearRect(0, 0, WIDTH, HEIGHT);
    paper.drawImage(picture, WIDTH / 2 - x * picture.width * scale, FACE_Y - y * picture.height * scale,
      picture.width * scale, picture.height * scale);
    canvas.hidden = false;
  };

  const small = async (source, name) => {
    const scale = Math.min(1, MOST / Math.max(source.width, source.height));
    const copy = new OffscreenCanvas(Math.round(source.width * scale), Math.round(source.height * scale));
    copy.getContext('2d').drawImage(source, 0, 0, copy.width, copy.height);
    return new File([await copy.convertToBlob({ type: 'image/jpeg', quality: 0.92 })], name, { type: 'image/jpeg' });
  };

  const look = async () => {
    picture = file.files[0] && await createImageBitmap(file.files[0]).catch(() => undefined);
    canvas.hidden = !picture;
    sliders.hidden = !picture;
    if (!picture) return;
    const body = new FormData();
    body.set('picture', await small(picture, 'look.jpg'));
    body.set('kind', form.elements.kind.value);
    const answer = await fetch(form.dataset.looks, { method: 'POST', body, headers: { ...csrf(), 'Accept-Language': lang } });
    if (!answer.ok) return;
    const { framing, hints: lines, fine } = await answer.json();
    for (const [name, value] of Object.entries(framing ?? {})) {
      slide(name).disabled = false;
      slide(name).value = value;
    }
    say(fine ? [form.dataset.fine] : lines, fine);
    draw();
  };

  file.addEventListener('change', look);
  sliders.addEventListener('input', draw);

  // there from the first paint on, so that nothing moves where it can be used
  if (!navigator.mediaDevices?.getUserMedia) {
    $('[data-camera]', form).hidden = true;
    return;
  }
  const record = $('[data-record]', form), snap = $('[data-snap]', form);
  let camera, timer, best;

  /* How much neighbouring pixels differ, on a small copy. */
  const sharpness = (frame) => {
    const side = 96, copy = new OffscreenCanvas(side, side), paper = copy.getContext('2d');
    paper.drawImage(frame, 0, 0, side, side);
    const { data } = paper.getImageData(0, 0, side, side);
    let sum = 0;
    for (let at = 4; at < data.length; at += 4) sum += (data[at + 1] - data[at - 3]) ** 2;
    return sum;
  };

  const keep = async () => {
    clearInterval(timer);
    const frame = best?.frame;
    camera?.getTracks().forEach((track) => track.stop());
    video.hidden = true;
    snap.hidden = true;
    record.hidden = false;
    camera = undefined;
    if (!frame) return;
    const chosen = new DataTransfer();
    chosen.items.add(await small(frame, 'camera.jpg'));
    file.files = chosen.files;
    await look();
  };

  record.addEventListener('click', async () => {
    try {
      camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } } });
    } catch {
      say([form.dataset.denied], false);
      return;
    }
    video.srcObject = camera;
    video.hidden = false;
    canvas.hidden = true;
    record.hidden = true;
    snap.hidden = false;
    snap.focus();
    await video.play();
    say([form.dataset.recording], true);
    best = undefined;
    const end = performance.now() + SECONDS * 1000;
    timer = setInterval(async () => {
      if (performance.now() > end) {
        await keep();
        return;
      }
      const frame = await createImageBitmap(video), crisp = sharpness(frame);
      if (!best || crisp > best.crisp) best = { frame, crisp };
    }, 250);
  });
  snap.addEventListener('click', keep);
  addEventListener('pagehide', () => camera?.getTracks().forEach((track) => track.stop()));
});
