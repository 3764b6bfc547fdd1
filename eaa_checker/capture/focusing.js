// Gives focus to one stop for the Tab key after another and writes down whether any style near it changes.
// 'start' looks for the stops; 'walk' visits them until the time is over; 'show' scrolls one of them into view;
// 'focus' and 'blur' give and take focus, for pictures. See ACT oj04fd.
((task, argument) => {
  const PROPERTIES = [
    'outlineStyle', 'outlineWidth', 'outlineColor', 'outlineOffset', 'boxShadow', 'backgroundColor', 'backgroundImage',
    'color', 'borderTopColor', 'borderRightColor', 'borderBottomColor', 'borderLeftColor', 'borderTopWidth', 'borderBottomWidth',
    'borderLeftWidth', 'borderTopStyle', 'borderBottomStyle', 'textDecorationLine', 'textDecorationColor', 'textDecorationThickness',
    'opacity', 'visibility', 'display', 'transform', 'translate', 'scale', 'filter', 'clip', 'clipPath', 'width', 'height', 'top', 'left',
    'fontWeight', 'fontSize', 'content', 'fill', 'stroke', 'maxHeight', 'marginTop', 'marginLeft', 'letterSpacing',
  ];
  const state = globalThis.__eaaFocus || (globalThis.__eaaFocus = { stops: [], next: 0, results: [] });
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const active = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const still = () => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) try { animation.finish(); } catch { /* endless */ }
    }
  };
  // What usually shows focus: the element, what is in it, beside it and around it, its labels, and their pseudo-elements.
  const near = (element) => {
    const found = new Set([element]);
    let node = parentOf(element);
    for (let i = 0; i < 4 && node && node !== document.body; i += 1, node = parentOf(node)) found.add(node);
    const inside = (element.shadowRoot || element).querySelectorAll('*');
    for (let i = 0; i < Math.min(inside.length, 8); i += 1) found.add(inside[i]);
    for (const label of element.labels || []) { found.add(label); for (const e of [...label.children].slice(0, 4)) found.add(e); }
    for (let s = element.nextElementSibling, i = 0; s && i < 3; s = s.nextElementSibling, i += 1) found.add(s);
    if (element.previousElementSibling) found.add(element.previousElementSibling);
    return [...found];
  };
  const read = (elements) => elements.flatMap((e) => [null, '::before', '::after'].map((pseudo) => {
    const style = getComputedStyle(e, pseudo);
    if (pseudo && (style.content === 'none' || style.content === 'normal')) return style.content;
    return PROPERTIES.map((p) => style[p]);
  }));
  // "rgb(255, 153, 0)" has a blue of 0, not an alpha.
  const transparent = (colour) => /^rgba\(.*,\s*0\)$|\/\s*0\)$/.test(colour) || colour === 'transparent';
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
  // Changes that certainly show: an outline, a shadow, a background or a border of the element itself in another visible colour.
  const certain = (element, before, after) => {
    const rect = element.getBoundingClientRect();
    if (!seen(element) || rect.width < 4 || rect.height < 4 || rect.right + scrollX <= 4 || rect.bottom + scrollY <= 4) return false;
    const s = getComputedStyle(element);
    const differs = (name) => before[PROPERTIES.indexOf(name)] !== after[PROPERTIES.indexOf(name)];
    const outline = ['outlineStyle', 'outlineWidth', 'outlineColor'].some(differs) && s.outlineStyle !== 'none'
      && parseFloat(s.outlineWidth) > 0 && (s.outlineStyle === 'auto' || !transparent(s.outlineColor)) && s.clipPath === 'none';
    if (!outline) return false;
    for (let node = parentOf(element); node; node = parentOf(node)) {
      const style = getComputedStyle(node);
      if (node !== document.body && node !== document.documentElement && (style.overflowX === 'hidden' || style.overflowX === 'clip'
        || style.overflowY === 'hidden' || style.overflowY === 'clip')) {
        const box = node.getBoundingClientRect(), reach = Math.max(0, parseFloat(s.outlineOffset) || 0);
        if (rect.left - reach <= box.left && rect.right + reach >= box.right && rect.top - reach <= box.top && rect.bottom + reach >= box.bottom) return false;
      }
    }
    const beneath = (() => {
      for (let node = parentOf(element); node; node = parentOf(node)) {
        const style = getComputedStyle(node);
        if (style.backgroundImage !== 'none') return '';
        if (!transparent(style.backgroundColor)) return style.backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    })();
    return s.outlineStyle === 'auto' || s.outlineColor !== beneath;
  };
  // The outline that appears, where nothing but the outline changes; the browser's own ("auto") is not of the page's making.
  const PAINTED = PROPERTIES.filter((name) => !name.startsWith('outline'));
  const outlineOnly = (element, before, after) => {
    const s = getComputedStyle(element);
    if (s.outlineStyle === 'auto' || s.outlineStyle === 'none') return null;
    for (let i = 0; i < before.length; i += 1) {
      if (i === 0 && Array.isArray(before[0])) {
        if (PAINTED.some((name) => before[0][PROPERTIES.indexOf(name)] !== after[0][PROPERTIES.indexOf(name)])) return null;
      } else if (String(before[i]) !== String(after[i])) return null;
    }
    return { colour: s.outlineColor, width: parseFloat(s.outlineWidth) || 0, offset: parseFloat(s.outlineOffset) || 0,
      borders: ['Top', 'Right', 'Bottom', 'Left'].map((side) => [parseFloat(s[`border${side}Width`]) || 0, s[`border${side}Style`], s[`border${side}Color`]]) };
  };
  const writes = (element) => {
    const fields = /^(text|search|url|tel|email|password|number|)$/i;
    const types = element.localName === 'textarea' || element.isContentEditable
      || (element.localName === 'input' && (fields.test(element.getAttribute('type') || '') || !['button', 'checkbox', 'radio', 'file', 'range', 'color', 'submit', 'reset', 'image', 'hidden'].includes(element.type)));
    return types && !element.readOnly && !transparent(getComputedStyle(element).caretColor);
  };
  const kin = (element) => {
    const parts = [];
    for (let node = element, i = 0; node && i < 3; node = parentOf(node), i += 1) {
      parts.push(`${node.localName}.${[...node.classList].sort().join('.')}[${node.getAttribute('role') || ''}${node.getAttribute('type') || ''}${node.getAttribute('style') || ''}]`);
    }
    return parts.join('>') + (element.hasAttribute('onfocus') ? pathOf(element) : '');
  };
  if (task === 'start') {
    const roots = [document];
    const stops = [];
    while (roots.length) {
      const root = roots.pop();
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true })) continue;
        // Of radio buttons that belong together the keyboard reaches the chosen one; the others look otherwise with focus.
        if (element.type === 'radio' && element.name && !element.checked && [...root.querySelectorAll('input[type=radio i]')]
          .some((other) => other.checked && other.name === element.name && other.form === element.form)) continue;
        if (/^(iframe|frame|object|embed|html|body)$/.test(element.localName)) continue;
        const native = element.matches('a[href],area[href],button,input,select,textarea,summary,audio[controls],video[controls],[contenteditable]');
        if (!native && !element.hasAttribute('tabindex')) continue;
        stops.push(element);
      }
    }
    state.stops = stops.slice(0, argument);
    state.next = 0;
    state.results = [];
    state.home = active();
    return stops.length;
  }
  if (task === 'walk') {
    const until = performance.now() + argument;
    for (; state.next < state.stops.length && performance.now() < until; state.next += 1) {
      const element = state.stops[state.next];
      const around = near(element);
      const last = active();
      if (last && last !== document.body && last.blur) last.blur();
      still();
      const before = read(around);
      element.focus({ preventScroll: true, focusVisible: true });
      if (active() !== element) continue;
      still();
      const after = read(around);
      let changed = false;
      for (let i = 0; i < before.length && !changed; i += 1) changed = String(before[i]) !== String(after[i]);
      const rect = element.getBoundingClientRect();
      state.results.push({
        number: state.next, path: pathOf(element), kin: kin(element), changed, caret: writes(element) && seen(element),
        certain: changed && certain(element, before[0], after[0]), outline: changed && !writes(element) ? outlineOnly(element, before, after) : null, width: rect.width, height: rect.height,
      });
      element.blur();
    }
    return { done: state.next >= state.stops.length, results: state.results.splice(0) };
  }
  const element = state.stops[argument];
  if (!element) return null;
  if (task === 'show') {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    // Under a bar that stays in view, such as a cookie notice, it cannot be told whether its focus shows.
    const box = element.getBoundingClientRect();
    for (let node = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); node; node = parentOf(node)) {
      if (node.contains(element) || element.contains(node)) break;
      if (/^(fixed|sticky)$/.test(getComputedStyle(node).position)) return null;
    }
    return true;
  }
  if (task === 'focus') {
    element.focus({ preventScroll: true, focusVisible: true });
    still();
    return active() === element;
  }
  if (task === 'blur') {
    const last = active();
    if (last && last !== document.body && last.blur) last.blur();
    still();
    return true;
  }
  return null;
})
