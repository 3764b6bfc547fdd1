// Writes down, in one frame, where the focus goes: F with a path when an element gets it, X when it leaves the page for
// the browser's own controls, K for each press of Tab. Taken out again by stop().
(() => {
  if (globalThis.__eaaWalk) globalThis.__eaaWalk.stop();
  const log = [];
  const taking = new AbortController();
  const quietly = { capture: true, passive: true, signal: taking.signal };
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('keydown', (event) => { if (event.key === 'Tab') log.push([now(), 'K', null]); }, quietly);
  addEventListener('focusin', (event) => { log.push([now(), 'F', pathOf(event.composedPath()[0])]); }, quietly);
  addEventListener('blur', (event) => {
    if (event.target === window && !document.hasFocus()) log.push([now(), 'X', null]);
  }, quietly);
  globalThis.__eaaWalk = {
    take: () => log.splice(0),
    stop: () => { taking.abort(); delete globalThis.__eaaWalk; },
  };
  return true;
})()
