// Beside a walk with the Tab key: what lies over the element that has the focus, and whether getting it makes the page
// leave. 'start' says whether there is anything to find; 'look' tells of where the focus is now. See WCAG 2.2, 2.4.11, 3.2.1.
((task, argument) => {
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const state = globalThis.__eaaStep || (globalThis.__eaaStep = { left: [], at: null, moved: 0, place: [scrollX, scrollY] });
  const holder = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element && element !== document.body && element !== document.documentElement ? element : null;
  };
  if (task === 'end') {
    state.leaving?.abort();
    document.activeElement?.blur?.();
    scrollTo({ left: state.place[0], top: state.place[1], behavior: 'instant' });
    delete globalThis.__eaaStep;
    return true;
  }
  if (task === 'start') {
    state.leaving = new AbortController();
    if (globalThis.navigation) {
      navigation.addEventListener('navigate', (event) => {
        if (event.hashChange || event.destination.sameDocument || event.downloadRequest !== null) return;
        // Only what comes at once with the focus is its doing.
        if (state.at && performance.now() - state.moved < 400) state.left.push({ path: pathOf(state.at), to: event.destination.url });
        if (event.cancelable) event.preventDefault();
      }, { signal: state.leaving.signal });
    }
    addEventListener('focusin', (event) => { state.at = event.composedPath()[0]; state.moved = performance.now(); }, { capture: true, passive: true, signal: state.leaving.signal });
    // What stays where it is while the page scrolls, and covers a strip of the window or more.
    let stays = false, checked = 0;
    for (const element of document.querySelectorAll('body *')) {
      if ((checked += 1) > 20000) break;
      const position = getComputedStyle(element).position;
      if (position !== 'fixed' && position !== 'sticky') continue;
      const box = element.getBoundingClientRect();
      if (box.width >= 60 && box.height >= 16 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { stays = true; break; }
    }
    return { stays, inline: Boolean(document.querySelector('[onfocus], [onfocusin]')) };
  }
  if (task === 'left') return state.left.splice(0);
  // Something of the page's own that stays in the window, and lets nothing through.
  const opaque = (hit) => {
    let stays = false, solid = false;
    for (let node = hit; node && node !== document.body; node = parentOf(node)) {
      const style = getComputedStyle(node);
      if (parseFloat(style.opacity) < 0.9) return null;
      if (!solid) {
        const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.backgroundColor);
        solid = style.backgroundColor !== 'transparent' && (!alpha || parseFloat(alpha[1]) >= 0.9) || (/url\(/.test(style.backgroundImage)) || node.matches('img, video, iframe, canvas');
      }
      if (style.position === 'fixed' || style.position === 'sticky') { stays = node; break; }
    }
    return stays && solid ? stays : null;
  };
  const element = holder();
  if (!element) return { path: null };
  const place = `${scrollX},${scrollY}`;
  const told = { path: pathOf(element), place, covered: null };
  const parts = [element, ...(element.labels || [])];
  let points = 0;
  let over = null;
  for (const part of parts) {
    for (const box of part.getClientRects()) {
      if (box.width < 4 || box.height < 4) continue;
      for (let i = 0; i <= 4; i += 1) for (let j = 0; j <= 2; j += 1) {
        const x = box.left + 1 + (box.width - 2) * i / 4, y = box.top + 1 + (box.height - 2) * j / 2;
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
        points += 1;
        let hit = document.elementFromPoint(x, y);
        while (hit && hit.shadowRoot) { const inner = hit.shadowRoot.elementFromPoint(x, y); if (!inner || inner === hit) break; hit = inner; }
        if (!hit) return told;
        for (let node = hit; node; node = parentOf(node)) if (node === part || parts.includes(node)) return told;
        for (let node = part; node; node = parentOf(node)) if (node === hit) return told;
        const cover = opaque(hit);
        // What is covered must not itself be part of what stays there.
        if (!cover || cover.contains(element)) return told;
        over = cover;
      }
    }
  }
  // Most of it must be in the window: what is only cut off by its edge was scrolled away, not covered.
  if (over && points >= 8) {
    const text = (over.getAttribute('aria-label') || over.innerText || '').trim().replace(/\s+/g, ' ').slice(0, 80);
    told.covered = { path: pathOf(over), text };
  }
  return told;
})
