// Audio and video elements as the browser knows them now, with a short sample of whether they play by themselves.
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
  const number = (value) => (Number.isFinite(value) ? value : null);
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const pending = found.filter((m) => m.readyState < 1 && (m.currentSrc || m.src || m.querySelector('source')));
  if (pending.length) {
    for (const medium of pending) if (medium.preload === 'none') medium.preload = 'metadata';
    await Promise.race([
      wait(milliseconds),
      Promise.all(pending.map((m) => new Promise((done) => {
        for (const event of ['loadedmetadata', 'error']) m.addEventListener(event, done, { once: true });
        if (m.readyState >= 1 || m.error) done();
      }))),
    ]);
  }
  return found.map((m) => ({
    path: pathOf(m),
    source: m.currentSrc || m.src || '',
    duration: number(m.duration),
    paused: m.paused,
    muted: m.muted,
    default_muted: m.defaultMuted,
    volume: m.volume,
    autoplay: m.autoplay,
    loop: m.loop,
    controls: m.controls,
    ready: m.readyState,
    time: m.currentTime,
    error: m.error ? m.error.code : 0,
    width: m.videoWidth || 0,
    height: m.videoHeight || 0,
    // Chromium tells how much it decoded; null while it has decoded nothing.
    audio_bytes: m.webkitAudioDecodedByteCount ?? null,
    video_bytes: m.webkitVideoDecodedByteCount ?? null,
    tracks: Array.from(m.textTracks || []).map((t) => ({ kind: t.kind, language: t.language, label: t.label, mode: t.mode })),
  }));
})
