// What of the page's texts and controls sticks out of a narrow window, grouped by the outermost element that does.
// See WCAG 2.2, 1.4.10. Runs when the viewport is 320 CSS pixels wide. Left out are parts that may need two dimensions
// (tables are told apart later, by the accessibility tree), what hides or scrolls in a part of its own, and what is
// fixed to the window.
((most) => {
  const HTML = 'http://www.w3.org/1999/xhtml';
  const html = document.documentElement, body = document.body;
  if (!body || html.namespaceURI !== HTML) return null;
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const styles = new Map();
  const styleOf = (element) => {
    let style = styles.get(element);
    if (!style) styles.set(element, style = getComputedStyle(element));
    return style;
  };
  if (styleOf(html).writingMode !== 'horizontal-tb' || styleOf(body).writingMode !== 'horizontal-tb') return null;
  const root = document.scrollingElement || html;
  const view = html.clientWidth || innerWidth;
  const rtl = styleOf(body).direction === 'rtl' || styleOf(html).direction === 'rtl';
  const own = styleOf(html).overflowX !== 'visible' ? html : body;
  const clips = /^(hidden|clip)$/.test(styleOf(own).overflowX);
  const record = { width: view, scroll: root.scrollWidth, vertical: root.scrollHeight > html.clientHeight + 2, clips, texts: 0, parts: [] };
  // In the direction in which people read, from the edge where they begin.
  const begin = (rect) => rtl ? view - rect.right - scrollX : rect.left + scrollX;
  const end = (rect) => rtl ? view - rect.left - scrollX : rect.right + scrollX;
  const SLACK = 8;
  const sticksOut = root.scrollWidth > view + SLACK || clips;

  const TWO = new Set(['application', 'toolbar', 'grid', 'treegrid', 'img', 'math', 'graphics-document', 'graphics-object', 'graphics-symbol', 'marquee']);
  const DRAWN = /(^|[-_\s])(map|maps|kaart|leaflet|mapbox\w*|maplibre\w*|ol-\w+|gm-style|chart|charts|grafiek|diagram|organogram|highcharts|plotly|gantt|timeline|tijdlijn|calendar|kalender|codemirror|cm-editor|monaco\w*|code|highlight|syntax\w*)([-_\s]|$)/i;
  const SKIPPED = /^(script|style|noscript|template|head|title|svg|math|pre|code|samp|kbd|canvas|video|audio|iframe|frame|object|embed|option|datalist)$/i;
  const twoDimensional = (element) => {
    if (TWO.has((element.getAttribute('role') || '').trim().toLowerCase())) return true;
    if (element.isContentEditable) return true;
    return element !== html && element !== body && DRAWN.test(`${element.getAttribute('class') || ''} ${element.id}`);
  };
  const outOfSight = (style) => style.clip !== 'auto' && style.position === 'absolute' || /^(inset\((50%|100%)|circle\(0|polygon\(0(px|%)? 0)/.test(style.clipPath);

  // Per element: what its ancestors mean for what is in it.
  const around = new Map();
  around.set(null, { table: null, clip: null, moved: false, moving: false });
  const aroundOf = (element, outer) => {
    const style = styleOf(element);
    const result = { ...outer };
    if (element.localName === 'table' || (element.getAttribute('role') || '').trim().toLowerCase() === 'table') result.table = element;
    if (style.position === 'absolute' || style.position === 'fixed' || style.transform !== 'none' || style.translate !== 'none') result.moved = true;
    if (style.animationName !== 'none') result.moving = true;
    if (element !== html && element !== body && style.display !== 'inline' && style.display !== 'contents' && style.overflowX !== 'visible') {
      const rect = element.getBoundingClientRect();
      const was = outer.clip;
      result.clip = { left: was ? Math.max(was.left, rect.left) : rect.left, right: was ? Math.min(was.right, rect.right) : rect.right };
    }
    return result;
  };
  // What of a box shows, or can be scrolled to by scrolling the page.
  const shown = (rect, clip) => {
    if (!clip) return rect;
    const left = Math.max(rect.left, clip.left), right = Math.min(rect.right, clip.right);
    return right - left > 1 ? { left, right, width: right - left } : null;
  };
  // The outermost element on the way up whose own box sticks out, and what holds it.
  const causeOf = (element) => {
    let cause = null;
    for (let node = element; node; node = parentOf(node)) {
      const style = styleOf(node);
      if (style.display === 'contents' || node === html && style.overflowX !== 'visible') continue;
      if (end(node.getBoundingClientRect()) > view + SLACK) cause = node;
      if (style.position === 'fixed') break;
    }
    return cause;
  };
  const blockOf = (element) => {
    let node = element;
    while (/^(inline|contents)$/.test(styleOf(node).display) && parentOf(node)) node = parentOf(node);
    return node;
  };
  const parts = new Map();
  const note = (element, kind, begins, ends, text, info, lines = 1) => {
    const cause = causeOf(element);
    const subject = cause || blockOf(element);
    const holder = cause ? parentOf(cause) || cause : subject;
    const outside = begins >= view - SLACK;
    const key = `${kind === 'image' ? 'image' : outside && info.moved ? 'moved' : kind}`;
    let group = parts.get(holder);
    if (!group) parts.set(holder, group = new Map());
    const known = group.get(key);
    if (known) {
      known.lines += lines;
      known.end = Math.max(known.end, ends);
      known.whole = known.whole && outside;
      return;
    }
    if (record.parts.length >= most) return;
    const part = { path: pathOf(subject), kind, text: text.trim().replace(/\s+/g, ' ').slice(0, 200), end: ends, box: end(subject.getBoundingClientRect()), whole: outside, lines,
      moved: info.moved, moving: info.moving, table: info.table ? pathOf(info.table) : null };
    group.set(key, part);
    record.parts.push(part);
  };

  const range = document.createRange();
  const lookAtText = (node, parent, info) => {
    if (!node.data.trim()) return;
    if (!sticksOut && record.texts) return;
    range.selectNodeContents(node);
    const style = styleOf(parent);
    const size = parseFloat(style.fontSize) || 16;
    let begins = Infinity, ends = -Infinity, seen = false, lines = 0;
    for (const rect of range.getClientRects()) {
      if (rect.width <= 1 || rect.height <= 1) continue;
      const part = shown(rect, info.clip);
      if (!part) continue;
      if (rect.bottom + scrollY <= 0 || end(part) <= 0) continue;
      seen = true;
      if (end(part) > view + Math.max(SLACK, size * 0.75)) {
        begins = Math.min(begins, begin(part));
        ends = Math.max(ends, end(part));
        lines += 1;
      }
    }
    if (!seen || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return;
    record.texts += 1;
    if (ends === -Infinity) return;
    const kept = /nowrap/.test(style.whiteSpace) || style.textWrapMode === 'nowrap' || /^pre$/.test(style.whiteSpace);
    // A box of its own that sticks out is the layout's doing; a text that leaves a box that fits is not wrapped, or cannot be.
    const kind = causeOf(blockOf(parent)) ? 'wide' : kept && /\s/.test(node.data.trim()) ? 'nowrap' : 'word';
    const text = kind === 'word' ? longWord(node) : node.data;
    if (text) note(parent, kind, begins, ends, text, info, lines);
  };
  // The first word of a text that does not fit by itself; empty when something else on its line takes the room.
  const longWord = (node) => {
    for (const found of node.data.matchAll(/\S{6,}/g)) {
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const last = [...range.getClientRects()].at(-1);
      if (last && end(last) > view + SLACK) return found[0];
    }
    return '';
  };
  const lookAtControl = (element, info) => {
    if (!sticksOut) return;
    const type = element.localName === 'input' ? element.type : '';
    if (type === 'hidden' || element.disabled) return;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return;
    const rect = element.getBoundingClientRect();
    const part = shown(rect, info.clip);
    if (rect.width < 3 || rect.height < 3 || !part || end(part) <= view + SLACK) return;
    const label = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.title || element.placeholder || element.value || element.name || '';
    note(element, 'control', begin(part), end(part), String(label), info);
  };
  const lookAtImage = (element, info) => {
    if (!sticksOut || element.getAttribute('alt') === '') return;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return;
    const part = shown(element.getBoundingClientRect(), info.clip);
    if (!part || end(part) <= view + SLACK || info.moved) return;
    note(element, 'image', begin(part), end(part), element.alt || '', info);
  };

  const stack = [[html, around.get(null)]];
  let count = 0;
  const until = performance.now() + 1500;
  while (stack.length && count < 60000 && (sticksOut || !record.texts)) {
    const [element, outer] = stack.pop();
    count += 1;
    if (count % 500 === 0 && performance.now() > until) { record.cut = true; break; }
    if (SKIPPED.test(element.localName) || element.namespaceURI !== HTML || twoDimensional(element)) continue;
    const style = styleOf(element);
    if (style.display === 'none' || style.position === 'fixed' || outOfSight(style)) continue;
    if ((element.getAttribute('aria-hidden') || '').trim().toLowerCase() === 'true') continue;
    const info = aroundOf(element, outer);
    if (/^(input|select|textarea)$/.test(element.localName)) { lookAtControl(element, outer); continue; }
    if (element.localName === 'img') { lookAtImage(element, outer); continue; }
    const children = element.shadowRoot ? element.shadowRoot.childNodes
      : element.localName === 'slot' && element.assignedNodes().length ? element.assignedNodes() : element.childNodes;
    for (const child of children) if (child.nodeType === 3) lookAtText(child, element, info);
    for (let i = children.length - 1; i >= 0; i -= 1) if (children[i].nodeType === 1) stack.push([children[i], info]);
  }
  record.cut = record.cut || (stack.length > 0 && count >= 60000);
  return record;
})
