// Which printable characters, pressed while nothing has the focus, change the page. Keys are sent to the body as events
// of our own making, so that the browser itself does nothing with them.
(async (milliseconds) => {
  const target = document.body || document.documentElement;
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const until = performance.now() + milliseconds;
  const numbers = { '+': 187, '-': 189, '=': 187, '/': 191, '?': 191, '.': 190, ',': 188, ';': 186, '[': 219, ']': 221, "'": 222, '!': 49, '*': 56, '#': 51 };
  const press = (key) => {
    const letter = /^[a-z]$/.test(key), digit = /^\d$/.test(key);
    const keyCode = letter ? key.toUpperCase().charCodeAt(0) : digit ? key.charCodeAt(0) : numbers[key] || ({ F8: 119, Insert: 45, Pause: 19 })[key] || 0;
    const code = letter ? 'Key' + key.toUpperCase() : digit ? 'Digit' + key : '';
    let prevented = false;
    for (const type of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(type, {
        key, code, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true, view: null,
        shiftKey: ['?', '!', '*', '#'].includes(key),
      });
      prevented = !target.dispatchEvent(event) || prevented;
    }
    return prevented;
  };
  const sign = ({ what, element }) => what + ' ' + JSON.stringify(element ? pathOf(element) : null);
  const place = [scrollX, scrollY];
  const letGo = () => {
    const held = document.activeElement;
    if (held && held !== target && held.blur) held.blur();
  };
  letGo();
  const watch = watchChanges();
  try {
    await wait(30);
    watch.take();
    // What any key at all does, or what changes by itself, is no shortcut.
    const usual = new Set();
    for (const key of ['F8', 'Insert', 'Pause']) press(key);
    await wait(80);
    watch.take().forEach((change) => usual.add(sign(change)));
    const fresh = () => watch.take().filter((change) => !usual.has(sign(change)));
    const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789+-=/?.,;[]\'!*#'];
    let any = false;
    for (const key of keys) any = press(key) || any;
    await wait(80);
    any = fresh().length > 0 || any;
    if (!any) return { keys: [] };
    letGo();
    await wait(10);
    fresh();
    const found = [];
    for (const key of keys) {
      if (found.length >= 8 || performance.now() > until) break;
      press(key);
      await wait(40);
      let changes = fresh();
      if (!changes.length) continue;
      // Once more: a change that only came by itself at that moment does not come again.
      letGo();
      press(key);
      await wait(40);
      const again = fresh();
      if (!again.length && !changes.some((c) => c.what === 'focus' || c.what === 'navigate' || c.what.startsWith('attributes'))) continue;
      found.push({ key, what: [...new Set(changes.map((c) => c.what.replace(/^attributes.*/, 'attributes')))], path: changes[0].element ? pathOf(changes[0].element) : null });
      letGo();
      await wait(10);
      fresh();
    }
    return { keys: found };
  } finally {
    watch.stop();
    scrollTo({ left: place[0], top: place[1], behavior: 'instant' });
  }
})
