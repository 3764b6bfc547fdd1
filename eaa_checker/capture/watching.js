// Watches a document for change, from an isolated world. Installed once per document; asked for its counters later.
(() => {
  if (globalThis.__eaaWatch) return;
  const watch = { changes: 0, last: performance.now(), width: 0, height: 0 };
  const note = (n) => { watch.changes += n; watch.last = performance.now(); };
  const observer = new MutationObserver((records) => note(records.length));
  const everything = { childList: true, attributes: true, characterData: true, subtree: true };
  const observed = new WeakSet();
  const observe = (root) => {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, everything);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) observe(element.shadowRoot);
  };
  observe(document);
  watch.look = () => {
    const root = document.documentElement;
    const width = root ? root.scrollWidth : 0, height = root ? root.scrollHeight : 0;
    if (width !== watch.width || height !== watch.height) {
      if (watch.height) note(1);
      watch.width = width; watch.height = height;
    }
    for (const record of observer.takeRecords()) note(1);
    return { changes: watch.changes, quiet: performance.now() - watch.last };
  };
  watch.look();
  globalThis.__eaaWatch = watch;
})()
