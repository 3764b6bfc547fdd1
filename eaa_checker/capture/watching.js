// Watches a document for change, from an isolated world. Installed once per document; asked for its counters later.
(() => {
  if (globalThis.__eaaWatch) return;
  const watch = { changes: 0, last: performance.now(), width: 0, height: 0 };
  const note = (n) => { watch.changes += n; watch.last = performance.now(); };
  const observer = new MutationObserver((records) => { note(records.length); records.forEach(replaced); });
  const everything = { childList: true, attributes: true, characterData: true, characterDataOldValue: true, subtree: true };
  // Elements whose text was replaced by other text (not: filled while it was empty), with the times of that.
  const texts = new Map();
  const said = (nodes) => Array.from(nodes, (node) => (node.nodeType === 3 || node.nodeType === 1 ? node.textContent : '')).join('').trim();
  const replaced = (record) => {
    if (record.type === 'attributes') return;
    const plain = record.type === 'characterData';
    const element = plain ? record.target.parentElement : record.target;
    if (!element || element.nodeType !== 1 || /^(SCRIPT|STYLE|TITLE|HEAD|TEXTAREA)$/.test(element.nodeName)) return;
    if (!plain && (!record.removedNodes.length || !record.addedNodes.length)) return;
    const before = plain ? (record.oldValue || '').trim() : said(record.removedNodes);
    const after = plain ? record.target.data.trim() : said(record.addedNodes);
    if (!before || !after || before === after || before.length > 500 || after.length > 500) return;
    const times = texts.get(element);
    if (times) { if (times.length < 200) times.push(watch.last); } else if (texts.size < 300) texts.set(element, [watch.last]);
  };
  watch.texts = texts;
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
    for (const record of observer.takeRecords()) { note(1); replaced(record); }
    return { changes: watch.changes, quiet: performance.now() - watch.last };
  };
  watch.look();
  globalThis.__eaaWatch = watch;
})()
