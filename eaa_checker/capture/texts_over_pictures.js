// Texts that a picture, a colour gradient or a shadow of their own may lie behind, by word (with a shadow by letter), so
// that the screen can be looked at there.
// ("find", most, milliseconds) finds them and hides the letters of the page; it gives [top, bottom] of each on the page.
// ("look", top) scrolls there and gives the words in the viewport that nothing else is painted over.
// ("dress", shadows, letters) shows or hides the texts' shadows and the letters themselves.
// ("end") shows the letters again and goes back to where the page was.
(async (task, ...words) => {
  const PARTS = 60;
  const HTML = 'http://www.w3.org/1999/xhtml';
  const state = (globalThis.__eaaOverPictures ||= { texts: [], sheets: [], place: [scrollX, scrollY] });
  const frames = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 120); });
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const DRAWN = new Set(['img', 'video', 'canvas', 'svg', 'object', 'embed', 'iframe']);
  // "rgba(0, 0, 0, 0)" or a modern notation with "/ 0.5)".
  const alphaOf = (colour) => {
    if (colour === 'transparent') return 0;
    const last = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(colour);
    return last ? Number(last[1] ?? last[2]) : 1;
  };

  if (task === 'end') {
    // First the letters, while nothing may fade; then what keeps them from fading.
    for (const { root, letters, shadows } of state.sheets) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== letters && s !== shadows);
    void document.documentElement.getBoundingClientRect();
    for (const { element } of state.texts) void getComputedStyle(element).webkitTextFillColor;
    for (const { root, still } of state.sheets) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== still);
    scrollTo({ left: state.place[0], top: state.place[1], behavior: 'instant' });
    delete globalThis.__eaaOverPictures;
    return null;
  }

  if (task === 'dress') {
    const [showsShadows, showsLetters] = words;
    for (const { shadows, letters } of state.sheets) { shadows.disabled = showsShadows; letters.disabled = showsLetters; }
    await frames();
    return null;
  }

  if (task === 'look') {
    const [top] = words;
    scrollTo({ left: 0, top, behavior: 'instant' });
    await frames();
    const unpainted = new Map();
    const paintless = (e) => {
      if (!unpainted.has(e)) {
        const paints = (s) => alphaOf(s.backgroundColor) > 0 || s.backgroundImage !== 'none';
        const made = ['::before', '::after'].some((p) => { const s = getComputedStyle(e, p); return s.content !== 'none' && paints(s); });
        unpainted.set(e, !DRAWN.has(e.localName) && !made && !paints(getComputedStyle(e)));
      }
      return unpainted.get(e);
    };
    const free = (element, x, y) => {
      for (const hit of element.getRootNode().elementsFromPoint(x, y)) {
        if (hit === element) return true;
        if (!paintless(hit)) return false;
      }
      return false;
    };
    const found = [];
    state.texts.forEach(({ element, ranges, shaded }, number) => {
      const boxes = [];
      for (const range of ranges) {
        for (const box of range.getClientRects()) {
          if (box.width < 3 || box.height < 5) continue;
          if (box.x < 0 || box.y < 0 || box.right > innerWidth || box.bottom > innerHeight) return;
          const y = box.y + box.height / 2;
          if (![box.x + 1, box.x + box.width / 2, box.right - 1].every((x) => free(element, x, y))) return;
          boxes.push([box.x + scrollX, box.y + scrollY, box.width, box.height]);
        }
      }
      if (boxes.length) found.push({ number, boxes, shaded });
    });
    return found;
  }

  const [most, milliseconds] = words;
  const until = performance.now() + milliseconds;
  const roots = [document];
  const pictures = [];
  const running = new Set(document.getAnimations().filter((a) => a.playState === 'running' && a.effect).map((a) => a.effect.target));
  // What stays in place when the page scrolls, from the element on outwards.
  const pinned = (node) => { for (; node; node = parentOf(node)) if (/^(fixed|sticky)$/.test(getComputedStyle(node).position)) return node; return null; };
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*')) {
      if (performance.now() > until) return [];
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const drawn = DRAWN.has(element.localName);
      if (!drawn && element.namespaceURI !== HTML) continue;
      const image = (pseudo) => getComputedStyle(element, pseudo).backgroundImage.includes('(');
      const generated = image('::before') || image('::after');
      if (!drawn && !generated && !image()) continue;
      const canvas = element === document.body || element === document.documentElement;
      // What is generated may stick out of its element: look around it generously.
      const box = canvas ? new DOMRect(0, 0, innerWidth, document.documentElement.scrollHeight) : element.getBoundingClientRect();
      if (box.width < 4 || box.height < 4) continue;
      // A film, a slide that is to come, a background that stays behind: another moment shows other colours.
      const passing = /^(video|canvas|iframe)$/.test(element.localName) || running.has(element)
        || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        || [null, '::before', '::after'].some((pseudo) => getComputedStyle(element, pseudo).backgroundAttachment.includes('fixed'));
      pictures.push({ element, box, generated, passing, pinned: pinned(element) });
    }
  }
  const known = new Map();
  // What the ancestors of a text do to it: the nearest opaque background, and whether its colours are changed.
  const around = (element) => {
    if (known.has(element)) return known.get(element);
    const style = getComputedStyle(element);
    const parent = parentOf(element);
    const outer = parent ? around(parent) : { ground: null, mixed: false };
    const plain = alphaOf(style.backgroundColor) === 1 && style.backgroundImage === 'none' && style.display !== 'inline';
    const mixed = outer.mixed || style.opacity !== '1' || style.filter !== 'none' || style.mixBlendMode !== 'normal';
    const here = { ground: plain ? element : outer.ground, mixed };
    known.set(element, here);
    return here;
  };
  const inside = (node, holder) => { for (; node; node = parentOf(node)) if (node === holder) return true; return false; };
  const candidates = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text && candidates.length < most; text = walker.nextNode()) {
      if (performance.now() > until) break;
      const element = text.parentElement;
      if (!element || element.namespaceURI !== HTML || !/[\p{L}\p{N}]/u.test(text.data)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width < 3 || box.height < 5 || box.right <= 0 || box.bottom + scrollY <= 0) continue;
      const style = getComputedStyle(element);
      const shaded = style.textShadow !== 'none';
      if (!shaded && !pictures.length) continue;
      const meets = pictures.filter(({ box: b }) => b.x < box.right && b.right > box.x && b.y < box.bottom && b.bottom > box.y);
      if ((!shaded && !meets.length) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { ground, mixed } = around(element);
      if (mixed || style.backgroundClip.includes('text') || alphaOf(style.webkitTextFillColor) === 0) continue;
      if (!shaded && ground && !meets.some(({ element: e, generated }) => (e !== ground || generated) && inside(e, ground))) continue;
      if (meets.some(({ passing }) => passing)) continue;
      if (meets.length && meets.some((picture) => picture.pinned !== pinned(element))) continue;
      const ranges = [];
      for (const match of text.data.matchAll(shaded ? /[\p{L}\p{N}]/gu : /\S*[\p{L}\p{N}]\S*/gu)) {
        if (ranges.length >= PARTS) break;
        const word = document.createRange();
        word.setStart(text, match.index);
        word.setEnd(text, match.index + match[0].length);
        ranges.push(word);
      }
      candidates.push({ element, ranges, shaded, path: pathOf(element), text: text.data.trim().slice(0, 60), whole: ranges.length < PARTS, top: box.y + scrollY, bottom: box.bottom + scrollY });
    }
  }
  if (!candidates.length) return [];
  for (const root of roots) {
    const all = '*, *::before, *::after, *::placeholder, *::marker';
    const sheet = (rules) => { const made = new CSSStyleSheet(); made.replaceSync(`${all} { ${rules} }`); return made; };
    const still = sheet('transition: none !important;');
    const shadows = sheet('text-shadow: none !important;');
    const letters = sheet('-webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important;');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, still, shadows, letters];
    state.sheets.push({ root, letters, shadows, still });
  }
  state.texts = candidates.filter(({ element }) => alphaOf(getComputedStyle(element).webkitTextFillColor) === 0);
  return state.texts.map(({ path, text, whole, top, bottom }) => ({ path, text, whole, top, bottom }));
})
