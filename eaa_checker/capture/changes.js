// Notices what changes in the document: nodes, texts, attributes, values of fields, focus, scroll position, media,
// and attempts to leave the page, which are held back. A fresh watch per probe; stop() takes everything out again.
const watchChanges = () => {
  const seen = [];
  const observer = new MutationObserver((records) => records.forEach(note));
  const note = (record) => {
    const node = record.target;
    if (record.type === 'attributes') {
      // Attributes of the root and the body, and data, mostly serve styling by the kind of input.
      if (node === document.documentElement || node === document.body || record.attributeName.startsWith('data-')) return;
      if (record.oldValue === node.getAttribute(record.attributeName)) return;
    }
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (record.type === 'childList') {
      const moved = [...record.addedNodes, ...record.removedNodes];
      if (!moved.some((n) => (n.nodeType === 1 && !/^(SCRIPT|STYLE|LINK|META|TEMPLATE|IFRAME)$/.test(n.nodeName)) || n.nodeType === 3)) return;
    }
    if (element && /^(SCRIPT|STYLE|HEAD|TITLE|META|LINK)$/.test(element.nodeName)) return;
    add(record.type + (record.attributeName || ''), element);
  };
  const add = (what, element) => seen.push({ what, element });
  observer.observe(document, { childList: true, characterData: true, attributes: true, attributeOldValue: true, subtree: true });
  const fields = () => Array.from(document.querySelectorAll('input,select,textarea'), (f) => [f, f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value]);
  const media = () => Array.from(document.querySelectorAll('audio,video'), (m) => [m, m.paused + ' ' + m.muted + ' ' + Math.round(m.volume * 10)]);
  let before = { fields: fields(), media: media(), focus: document.activeElement, x: scrollX, y: scrollY };
  const leaving = new AbortController();
  if (globalThis.navigation) {
    navigation.addEventListener('navigate', (event) => {
      add('navigate', null);
      if (event.cancelable) event.preventDefault();
    }, { signal: leaving.signal });
  }
  return {
    // What changed since the last time: [{what, element}].
    take() {
      observer.takeRecords().forEach(note);
      const now = { fields: fields(), media: media(), focus: document.activeElement, x: scrollX, y: scrollY };
      for (const kind of ['fields', 'media']) {
        const old = new Map(before[kind]);
        for (const [element, value] of now[kind]) if (old.has(element) && old.get(element) !== value) add('value', element);
      }
      if (now.focus !== before.focus && now.focus && now.focus !== document.body) add('focus', now.focus);
      if (Math.abs(now.x - before.x) > 1 || Math.abs(now.y - before.y) > 1) add('scroll', null);
      before = now;
      return seen.splice(0);
    },
    stop() { observer.disconnect(); leaving.abort(); },
  };
};
