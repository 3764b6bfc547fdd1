// The pictures that a text recogniser may read: where each stands on the page, text of the page itself hidden.
// ({measure: true}) lists them and hides the page's own text; ({restore: true}) shows that text again.
(({ restore }) => {
  const sheet = (rules) => { const made = new CSSStyleSheet(); made.replaceSync(`*, *::before, *::after { ${rules} }`); return made; };
  const without = (gone) => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== gone); };
  if (restore) {
    const { letters, still } = globalThis.__eaaHidden || {};
    delete globalThis.__eaaHidden;
    if (!letters) return null;
    // First the letters, while nothing may fade; then what keeps them from fading.
    without(letters);
    for (const element of document.querySelectorAll('*')) void getComputedStyle(element).color;
    without(still);
    return null;
  }
  const SMALLEST = [24, 12];
  const found = [];
  const roots = [document];
  while (roots.length) {
    for (const element of roots.pop().querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const tag = element.localName;
      const own = tag === 'img' || tag === 'canvas' || tag === 'svg' || (tag === 'input' && element.type === 'image') || (tag === 'object' && element.data);
      if (!own && !getComputedStyle(element).backgroundImage.includes('url(')) continue;
      if (tag === 'img' && (!element.complete || !element.naturalWidth)) continue;
      const box = element.getBoundingClientRect();
      if (box.width < SMALLEST[0] || box.height < SMALLEST[1] || box.width * box.height > 4e6) continue;
      if (element.checkVisibility && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const x = box.x + scrollX, y = box.y + scrollY;
      if (x < 0 || y < 0 || x + box.width > document.documentElement.scrollWidth + 1) continue;
      found.push({ path: pathOf(element), x, y, width: box.width, height: box.height, own });
      if (found.length >= 200) break;
    }
  }
  if (found.length) {
    const still = sheet('transition: none !important;');
    const letters = sheet('color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; caret-color: transparent !important;');
    globalThis.__eaaHidden = { letters, still };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still, letters];
  }
  return found;
})
