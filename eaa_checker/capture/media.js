// Audio and video elements as the browser knows them now: length, tracks, state, and how much of them played by itself.
(async (milliseconds) => {
  const roots = [document];
  const found = [];
  while (roots.length) {
    const root = roots.pop();
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLMediaElement) found.push(element);
    }
  }
  if (!found.length) return [];
  const number = (value) => (Number.isFinite(value) ? value : null);
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const deadline = wait(milliseconds);
  const has = (m) => m.currentSrc || m.src || m.srcObject || m.querySelector('source');
  const preloads = new Map();
  const pending = found.filter((m) => m.readyState < 1 && !m.error && has(m));
  for (const medium of pending) {
    if (medium.preload === 'none') {
      preloads.set(medium, medium.getAttribute('preload'));
      medium.preload = 'metadata';
    }
  }
  const watching = new AbortController(); // Leaves no listeners behind: which the page has is recorded later.
  const { signal } = watching;
  const metadata = pending.map((m) => new Promise((done) => {
    m.addEventListener('loadedmetadata', done, { signal });
    m.addEventListener('error', () => { if (m.error || m.networkState === 3) done(); }, { capture: true, signal });
    if (m.readyState >= 1 || m.error || m.networkState === 3) done();
  }));
  await Promise.race([deadline, Promise.all(metadata)]);
  for (const [medium, preload] of preloads) {
    if (preload === null) medium.removeAttribute('preload'); else medium.setAttribute('preload', preload);
  }
  // A text track that is switched off has not loaded its cues; asked for, it does so without showing them.
  const opened = [];
  for (const medium of found) {
    for (const track of medium.querySelectorAll('track')) {
      if (track.track.mode === 'disabled' && track.readyState === 0) {
        opened.push(track);
        track.track.mode = 'hidden';
      }
    }
  }
  await Promise.race([deadline, Promise.all(opened.map((t) => new Promise((done) => {
    for (const event of ['load', 'error']) t.addEventListener(event, done, { signal });
    if (t.readyState >= 2) done();
  })))]);
  const words = (track) => Array.from(track.cues || []).reduce((n, cue) => n + (cue.text || '').split(/\s+/).filter(Boolean).length, 0);
  const ready = (m, track) => {
    const element = Array.from(m.querySelectorAll('track')).find((t) => t.track === track);
    return element ? element.readyState : null;
  };
  const record = found.map((m) => ({
    path: pathOf(m),
    source: m.currentSrc || m.src || '',
    duration: number(m.duration),
    endless: m.duration === Infinity,
    paused: m.paused,
    ended: m.ended,
    muted: m.muted,
    default_muted: m.defaultMuted,
    volume: m.volume,
    autoplay: m.autoplay,
    loop: m.loop,
    controls: m.controls,
    ready: m.readyState,
    network: m.networkState,
    time: m.currentTime,
    played: Array.from({ length: m.played.length }, (_, i) => m.played.end(i) - m.played.start(i)).reduce((a, b) => a + b, 0),
    error: m.error ? m.error.code : 0,
    width: m.videoWidth || 0,
    height: m.videoHeight || 0,
    // Null before the browser has read what the file holds, or where it does not tell.
    audio_tracks: m.readyState >= 1 && m.audioTracks ? m.audioTracks.length : null,
    video_tracks: m.readyState >= 1 && m.videoTracks ? m.videoTracks.length : null,
    audio_bytes: m.webkitAudioDecodedByteCount ?? null,
    video_bytes: m.webkitVideoDecodedByteCount ?? null,
    // ready: 2 loaded, 3 failed, null for a track that a script or the file itself brought along.
    tracks: Array.from(m.textTracks || []).map((t) => ({
      kind: t.kind, language: t.language, label: t.label, mode: t.mode, ready: ready(m, t),
      cues: t.cues ? t.cues.length : null, words: words(t),
    })),
  }));
  for (const track of opened) track.track.mode = 'disabled';
  watching.abort();
  return record;
})
