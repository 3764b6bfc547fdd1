// Writes down, in one frame, where the focus goes: F with a path when an element gets it, X when it leaves the page for
// the browser's own controls. Taken out again by stop().
(() => {
  if (globalThis.__eaaWalk) globalThis.__eaaWalk.stop();
  const log = [];
  const taking = new AbortController();
  const quietly = { capture: true, passive: true, signal: taking.signal };
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('focusin', (event) => { log.push([now(), 'F', pathOf(event.composedPath()[0])]); }, quietly);
  addEventListener('blur', (event) => {
    if (event.target === window && !document.hasFocus()) log.push([now(), 'X', null]);
  }, quietly);

  const STOPS = 'a[href],area[href],button,input,select,textarea,summary,[tabindex],[contenteditable],audio[controls],video[controls]';
  const stops = (most) => {
    const found = [], roots = [document];
    while (roots.length) {
      for (const element of roots.pop().querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (!element.matches(STOPS) || element.disabled || element.type === 'hidden') continue;
        // What can be edited is a stop, whatever its tabIndex says without an attribute.
        if (element.tabIndex < 0 && (element.hasAttribute('tabindex') || !element.isContentEditable)) continue;
        if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) continue;
        if (found.push(element) >= most) return found;
      }
    }
    return found;
  };
  const holder = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  globalThis.__eaaWalk = {
    take: () => log.splice(0),
    stop: () => { taking.abort(); delete globalThis.__eaaWalk; },
    focus(path) {
      let root = document, element = null;
      for (const steps of path) {
        if (element) root = element.shadowRoot;
        element = null;
        for (const step of steps) element = (element || root).children[step];
      }
      element.focus();
      return holder() === element;
    },
    // Gives each stop the focus and tells it that Tab is pressed, forward and back. Odd is where a script answers: it
    // keeps the key from the browser, or moves the focus itself, at once or within *pause* ms.
    async survey(milliseconds, most, pause) {
      const until = performance.now() + milliseconds;
      const odd = new Set();
      const all = stops(most + 1);
      const tab = (element, shiftKey) => element.dispatchEvent(new KeyboardEvent('keydown', {
        key: 'Tab', code: 'Tab', keyCode: 9, which: 9, shiftKey, bubbles: true, cancelable: true, composed: true,
      }));
      let expected = 0, count = 0, last = null, later = 0;
      log.length = 0;
      for (const element of all.slice(0, most)) {
        if (performance.now() > until) break;
        count += 1;
        const had = holder();
        const before = log.length;
        element.focus({ preventScroll: true });
        if (holder() !== element) {
          // Not every element that looks like a stop takes the focus; a script that moves it on is another matter.
          if (holder() !== had || log.length - before > 0) { odd.add(element); if (last) odd.add(last); }
          continue;
        }
        if (log.length - before > (had === element ? 0 : 1)) { odd.add(element); if (last) odd.add(last); }
        const length = log.length;
        if (!tab(element, false) || holder() !== element || log.length > length) odd.add(element);
        if (holder() !== element) { last = element; continue; }
        tab(element, true);
        if (holder() !== element) odd.add(element);
        last = element;
        // What a script does a moment after the focus has gone shows only when it gets that moment.
        if (pause && ++later % 100 === 0) {
          const marked = log.length;
          await new Promise((done) => setTimeout(done, pause));
          if (log.length > marked || holder() !== element) log.slice(marked).forEach((line) => odd.add(JSON.stringify(line[2])));
        }
      }
      const marked = log.length;
      await new Promise((done) => setTimeout(done, pause));
      if (log.length > marked) log.slice(marked).forEach((line) => odd.add(JSON.stringify(line[2])));
      const paths = new Set(Array.from(odd, (one) => (typeof one === 'string' ? one : JSON.stringify(pathOf(one)))));
      log.length = 0;
      return { count, all: count === all.length, odd: Array.from(paths).filter((p) => p !== 'null').slice(0, 12).map((p) => JSON.parse(p)) };
    },
  };
  return true;
})()
