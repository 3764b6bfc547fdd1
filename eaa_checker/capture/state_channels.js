// Runs in every document before the page's own scripts, on the visit that provokes form errors: counts what the page
// opens by which data could leave without a request that can be refused, stops forms after the page's own checks, and
// keeps windows shut.
(() => {
  let opened = 0;
  document.addEventListener('eaa-checker-channels', () => document.documentElement.setAttribute('data-eaa-channels', opened));
  for (const name of ['WebSocket', 'WebTransport', 'RTCPeerConnection', 'Worker', 'SharedWorker']) {
    const own = globalThis[name];
    if (typeof own !== 'function') continue;
    globalThis[name] = new Proxy(own, { construct(target, words, made) { opened += 1; return Reflect.construct(target, words, made); } });
  }
  globalThis.open = () => null;
  addEventListener('submit', (event) => event.preventDefault());
})()
