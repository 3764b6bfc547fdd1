// Sizes of letters, to be compared between viewports. 'note' keeps the elements with text and their sizes; 'compare'
// gives those whose letters now have at most the given share of that size. See WCAG failure F94.
((task, share, most) => {
  if (task === 'note') {
    const kept = [];
    const roots = [document];
    while (roots.length && kept.length < 4000) {
      const root = roots.pop();
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (kept.length >= 4000) break;
        if (/^(script|style|noscript|template|title|svg|math)$/.test(element.localName) || element.closest('svg, math')) continue;
        const text = [...element.childNodes].find((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data));
        if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        kept.push({ element, size: parseFloat(getComputedStyle(element).fontSize), text: text.data.trim().replace(/\s+/g, ' ').slice(0, 120) });
      }
    }
    globalThis.__eaaSizes = kept;
    return kept.length;
  }
  const found = [];
  for (const entry of globalThis.__eaaSizes || []) {
    const now = parseFloat(getComputedStyle(entry.element).fontSize);
    if (!(entry.size > 0 && now > 0 && now <= entry.size * share) || !entry.element.checkVisibility({ visibilityProperty: true })) continue;
    found.push({ path: pathOf(entry.element), text: entry.text, size: entry.size, now });
    if (found.length >= most) break;
  }
  return found;
})
