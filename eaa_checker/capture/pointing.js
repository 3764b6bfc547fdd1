// What opens while the mouse is over something: 'start' finds what may open something, 'aim' scrolls one such thing into
// view and remembers what is visible, 'opened' tells what came since, 'still' whether it is visible, 'end' scrolls back.
// The mouse itself is moved by the caller. See WCAG 2.2, 1.4.13.
((task, argument) => {
  const state = globalThis.__eaaPointing || (globalThis.__eaaPointing = { triggers: [], place: [scrollX, scrollY] });
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const everything = () => {
    const found = [];
    const roots = [document.body || document.documentElement];
    while (roots.length && found.length < 12000) {
      for (const element of roots.pop().querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        found.push(element);
      }
    }
    return found;
  };
  const seen = (element) => {
    if (!element.isConnected || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && box.right > 0 && box.left < innerWidth && getComputedStyle(element).clipPath === 'none';
  };
  const at = (path) => {
    let element = null;
    let level = document.children;
    for (let number = 0; number < path.length; number += 1) {
      if (number) {
        if (!element || !element.shadowRoot) return null;
        level = element.shadowRoot.children;
      }
      for (const position of path[number]) {
        element = level[position];
        if (!element) return null;
        level = element.children;
      }
    }
    return element;
  };
  const holds = (outer, inner) => {
    for (let node = inner; node; node = parentOf(node)) if (node === outer) return true;
    return false;
  };
  // The topmost element at a point, through shadow trees.
  const top = (x, y) => {
    let element = document.elementFromPoint(x, y);
    while (element && element.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element;
  };
  if (task === 'start') {
    const hidden = (id) => id.split(/\s+/).some((one) => { const e = one && document.getElementById(one); return e && !seen(e); });
    const named = [...document.querySelectorAll('[aria-describedby], [data-tooltip], [data-tippy-content], [data-tip], [data-balloon], [data-bs-toggle~="tooltip" i], [data-toggle~="tooltip" i], [aria-haspopup]')]
      .filter((e) => !e.matches('input, textarea, select') && (!e.hasAttribute('aria-describedby') || e.hasAttribute('data-tooltip') || hidden(e.getAttribute('aria-describedby'))));
    for (const tip of document.querySelectorAll('[role=tooltip i]')) if (!seen(tip)) named.push(tip.previousElementSibling || tip.parentElement);
    const kinds = new Map();
    for (const element of [...argument.map(at), ...named]) {
      if (!element || !seen(element) || state.triggers.some((t) => t === element)) continue;
      const box = element.getBoundingClientRect();
      if (box.width * box.height > innerWidth * innerHeight / 3) continue;
      const kin = `${element.localName}.${[...element.classList].sort().join('.')}<${element.parentElement?.localName}`;
      kinds.set(kin, (kinds.get(kin) || 0) + 1);
      if (kinds.get(kin) <= 2) state.triggers.push(element);
    }
    return state.triggers.length;
  }
  if (task === 'end') {
    scrollTo({ left: state.place[0], top: state.place[1], behavior: 'instant' });
    delete globalThis.__eaaPointing;
    return true;
  }
  if (task === 'aim') {
    const trigger = state.triggers[argument];
    if (!trigger || !trigger.isConnected) return null;
    trigger.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = trigger.getBoundingClientRect();
    for (const [fx, fy] of [[0.5, 0.5], [0.2, 0.5], [0.8, 0.5], [0.5, 0.2], [0.1, 0.1]]) {
      const x = box.left + box.width * fx, y = box.top + box.height * fy;
      const hit = x > 0 && y > 0 && x < innerWidth && y < innerHeight ? top(x, y) : null;
      if (hit && holds(trigger, hit)) {
        state.before = new WeakSet(everything().filter(seen));
        state.trigger = trigger;
        state.box = box;  // as it was: what opens in it may make it larger
        return { x, y, path: pathOf(trigger) };
      }
    }
    return null;
  }
  const { trigger, before } = state;
  if (task === 'opened') {
    const came = everything().filter((e) => !before.has(e) && seen(e) && !holds(e, trigger));
    const outermost = came.filter((e) => !came.includes(parentOf(e)));
    const from = state.box;
    for (const element of outermost) {
      const text = element.innerText?.trim().replace(/\s+/g, ' ') || '';
      if (!/[\p{L}\p{N}]{2}/u.test(text) && !element.querySelector('img[alt]:not([alt=""])')) continue;
      // A part of no height that holds what is placed elsewhere: its first piece that has a place.
      const box = element.getBoundingClientRect();
      const gap = Math.hypot(Math.max(0, box.left - from.right, from.left - box.right), Math.max(0, box.top - from.bottom, from.top - box.bottom));
      if (gap > 60 || box.top >= innerHeight || box.bottom <= 0) continue;
      const clamp = (v, low, high) => Math.min(Math.max(v, low), high);
      const middle = [(from.left + from.right) / 2, (from.top + from.bottom) / 2];
      const to = [clamp(middle[0], box.left + Math.min(4, box.width / 2), box.right - Math.min(4, box.width / 2)),
        clamp(middle[1], box.top + Math.min(4, box.height / 2), box.bottom - Math.min(4, box.height / 2))];
      const start = [clamp(to[0], from.left + 1, from.right - 1), clamp(to[1], from.top + 1, from.bottom - 1)];
      if (to[0] < 1 || to[1] < 1 || to[0] >= innerWidth || to[1] >= innerHeight) continue;
      // Where it lies over its own trigger the mouse is on both: nothing can be told of the one without the other.
      if (to[0] > from.left && to[0] < from.right && to[1] > from.top && to[1] < from.bottom) {
        const sides = [[(box.left + box.right) / 2, box.bottom - 4], [(box.left + box.right) / 2, box.top + 4], [box.right - 4, (box.top + box.bottom) / 2], [box.left + 4, (box.top + box.bottom) / 2]];
        const free = sides.find(([x, y]) => !(x > from.left - 1 && x < from.right + 1 && y > from.top - 1 && y < from.bottom + 1) && x > 0 && y > 0 && x < innerWidth && y < innerHeight);
        if (!free) continue;
        to.splice(0, 2, ...free);
        start.splice(0, 2, clamp(to[0], from.left + 1, from.right - 1), clamp(to[1], from.top + 1, from.bottom - 1));
      }
      if (state.content && state.content !== element && argument === 'again') {
        if (element.textContent.trim() !== state.words) continue;
      }
      state.content = element;
      state.words = element.textContent.trim();
      // What it covers: text, pictures or controls of the page that lie under it.
      const covers = (() => {
        for (let i = 1; i < 6; i += 1) for (let j = 1; j < 6; j += 1) {
          const x = box.left + box.width * i / 6, y = box.top + box.height * j / 6;
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
          const over = top(x, y);
          if (!over || !holds(element, over)) continue;
          for (const beneath of document.elementsFromPoint(x, y)) {
            if (holds(element, beneath) || holds(beneath, element) || holds(trigger, beneath) || holds(beneath, trigger)) continue;
            if (beneath.matches('img, svg, video, canvas, input, select, textarea, button, a[href]')) return (beneath.innerText || beneath.getAttribute('alt') || beneath.localName).trim().slice(0, 60);
            for (const node of beneath.childNodes) {
              if (node.nodeType !== 3 || !node.data.trim()) continue;
              const range = document.createRange();
              range.selectNode(node);
              for (const line of range.getClientRects()) {
                if (line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top) return node.data.trim().slice(0, 60);
              }
            }
          }
        }
        return '';
      })();
      return { text: text.slice(0, 120), path: pathOf(element), start, to, covers, links: element.querySelectorAll('a[href], button, input, select, textarea').length };
    }
    return null;
  }
  if (task === 'still') return Boolean(state.content && seen(state.content));
  return null;
})
