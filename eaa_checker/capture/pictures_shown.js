// The pictures that a text recogniser may read: where each stands on the page, text of the page itself hidden.
// ({measure: true}) lists them and hides the page's own text; ({restore: true}) shows that text again.
(({ restore }) => {
  const STYLE = '* , *::before, *::after { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; caret-color: transparent !important }';
  const adopted = document.adoptedStyleSheets;
  if (restore) {
    document.adoptedStyleSheets = adopted.filter((sheet) => !sheet.cssRules.length || !sheet.cssRules[0].cssText.includes('caret-color: transparent'));
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
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...adopted, sheet];
  }
  return found;
})
