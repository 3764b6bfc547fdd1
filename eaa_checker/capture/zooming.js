// Texts in a small viewport that stand inside something with overflow hidden or clip, and what is cut off from them.
// See ACT 59br37. Runs when the viewport is 640 by 512 CSS pixels: 1280 by 1024 enlarged to 200%.
((most) => {
  const HTML = 'http://www.w3.org/1999/xhtml';
  const cuts = (value) => value === 'hidden' || value === 'clip';
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const number = (value) => parseFloat(value) || 0;
  const styles = new Map();
  const styleOf = (element) => {
    let style = styles.get(element);
    if (!style) {
      const s = getComputedStyle(element);
      style = { x: s.overflowX, y: s.overflowY, position: s.position, transform: s.transform !== 'none' || s.filter !== 'none' || s.perspective !== 'none',
        display: s.display, live: s };
      styles.set(element, style);
    }
    return style;
  };
  // The clipping and scrolling ancestors of a text that are in its way, innermost first.
  const aroundCache = new Map();
  const around = (parent) => {
    const known = aroundCache.get(parent);
    if (known) return known;
    const list = [];
    let position = 'static';
    for (let node = parent; node; node = parentOf(node)) {
      const style = styleOf(node);
      const holds = position === 'static' || style.transform || (position === 'absolute' && style.position !== 'static');
      if (holds && node !== document.documentElement && node !== document.body && style.display !== 'inline' && style.display !== 'contents') {
        if (cuts(style.x) || cuts(style.y) || scrolls(style.x) || scrolls(style.y)) list.push(node);
      }
      if (holds || position === 'static') position = style.position === 'absolute' || style.position === 'fixed' ? style.position : holds ? 'static' : position;
    }
    aroundCache.set(parent, list);
    return list;
  };
  const boxes = new Map();
  const paddingBox = (element) => {
    let box = boxes.get(element);
    if (!box) {
      const rect = element.getBoundingClientRect();
      const s = styleOf(element).live;
      box = { left: rect.left + number(s.borderLeftWidth), right: rect.right - number(s.borderRightWidth),
        top: rect.top + number(s.borderTopWidth), bottom: rect.bottom - number(s.borderBottomWidth) };
      boxes.set(element, box);
    }
    return box;
  };
  const moves = (from, to) => {
    for (let node = from; node; node = parentOf(node)) {
      if (styleOf(node).live.animationName !== 'none') return true;
      if (node === to) return false;
    }
    return false;
  };
  const targets = [], clipped = [];
  const seenParents = new Set();
  const look = (text, parent) => {
    if (!text.data.trim() || parent.namespaceURI !== HTML) return;
    const list = around(parent);
    let inside = list.some((e) => cuts(styleOf(e).x) || cuts(styleOf(e).y));
    if (!inside) return;
    if (parent.closest('[aria-hidden="true" i]')) return;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = number(styleOf(parent).live.fontSize) || 16;
    let visible = false, loss = null, partial = false;
    for (const rect of range.getClientRects()) {
      if (rect.width <= 0.5 || rect.height <= 0.5) continue;
      const rest = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
      let cutHere = null, gone = false;
      for (const element of list) {
        const style = styleOf(element), box = paddingBox(element);
        for (const axis of ['x', 'y']) {
          const low = axis === 'x' ? 'left' : 'top', high = axis === 'x' ? 'right' : 'bottom';
          const from = Math.max(rest[low], box[low]), to = Math.min(rest[high], box[high]);
          const lost = (rest[high] - rest[low]) - Math.max(0, to - from);
          if (cuts(style[axis])) {
            const matters = axis === 'x' ? lost > Math.max(2, size * 0.25) : lost > Math.max(2, (rest[high] - rest[low]) * 0.25);
            if (matters && !cutHere) cutHere = { element, axis };
            rest[low] = from; rest[high] = Math.max(from, to);
          } else if (scrolls(style[axis])) {
            // What a scroll area hides can be scrolled into view: it is not clipped.
            if (to - from <= 0) { gone = true; break; }
            rest[low] = from; rest[high] = to;
          }
        }
        if (gone) break;
      }
      if (gone) continue;
      const shown = rest.right - rest.left > 2 && rest.bottom - rest.top > rect.height * 0.3 && rest.right + scrollX > 0 && rest.bottom + scrollY > 0;
      if (shown) visible = true;
      const left = rest.bottom - rest.top;
      if (left > rect.height * 0.3 && left < rect.height * 0.75) partial = true;
      if (cutHere && (!loss || loss.axis === 'x')) loss = cutHere;
    }
    if (!visible) {
      // A line cut to a sliver is still seen; a box of next to nothing hides its text on purpose.
      const box = loss && paddingBox(loss.element);
      if (!loss || loss.axis !== 'y' || box.bottom - box.top < Math.max(4, size * 0.35) || box.right - box.left < 4) return;
      const first = range.getClientRects()[0];
      if (!first || first.bottom <= box.top + 2 || first.top >= box.bottom - 2 || first.right <= box.left || first.left >= box.right) return;
    }
    if (!seenParents.has(parent)) {
      seenParents.add(parent);
      targets.push(pathOf(parent));
    }
    if (!loss) return;
    const { element, axis } = loss;
    const s = styleOf(element).live;
    const rect = element.getBoundingClientRect();
    let block = parent;
    while (block !== element && /^(inline|contents)/.test(styleOf(block).display) && parentOf(block)) block = parentOf(block);
    const blockRect = block.getBoundingClientRect(), box = paddingBox(element);
    const lineHeight = s.lineHeight === 'normal' ? number(s.fontSize) * 1.2 : number(s.lineHeight);
    const content = rect.height - number(s.borderTopWidth) - number(s.borderBottomWidth) - number(s.paddingTop) - number(s.paddingBottom);
    clipped.push({
      path: pathOf(parent),
      text: text.data.trim().replace(/\s+/g, ' ').slice(0, 200),
      axis,
      by: pathOf(element),
      nowrap: s.whiteSpace.startsWith('nowrap') || s.textWrapMode === 'nowrap',
      ellipsis: s.textOverflow !== 'clip',
      // A box of one line on purpose: whole lines are left out, but the one that shows is not itself cut.
      one_line: !partial && lineHeight >= (s.overflowY === 'clip' ? content : rect.height) - 0.5,
      clamped: s.webkitLineClamp !== 'none',
      moving: moves(parent, element),
      // The text's own block sticks out too: it was put there, as in a row of slides.
      block_out: block !== element && (axis === 'x'
        ? blockRect.right > box.right + 2 || blockRect.left < box.left - 2
        : blockRect.top > box.bottom - 2 || blockRect.bottom < box.top + 2),
    });
  };
  const stack = [document.documentElement];
  let count = 0;
  while (stack.length && targets.length < most && count < 60000) {
    const element = stack.pop();
    if (!element || element.nodeType !== 1) continue;
    count += 1;
    if (/^(script|style|noscript|template|head|title|svg|math|select|textarea)$/i.test(element.localName)) continue;
    const children = element.shadowRoot ? element.shadowRoot.childNodes
      : element.localName === 'slot' && element.assignedNodes().length ? element.assignedNodes() : element.childNodes;
    for (const child of children) if (child.nodeType === 3) look(child, element);
    for (let i = children.length - 1; i >= 0; i -= 1) if (children[i].nodeType === 1) stack.push(children[i]);
  }
  return { width: innerWidth, height: innerHeight, targets, clipped: clipped.slice(0, 500) };
})
