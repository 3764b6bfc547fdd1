// Elements that style rules turn under @media (orientation: …), and by how many degrees everything around them turns.
// Called with 'find' it keeps the elements for later; with 'measure' it tells their angles in the present viewport.
((task) => {
  const rotating = /\b(rotate|rotatez|rotate3d|matrix|matrix3d)\(/i;
  const orientation = /orientation\s*:\s*(portrait|landscape)/i;
  if (task === 'find') {
    const found = new Map();
    const roots = [document];
    const visitRules = (rules, root, media) => {
      for (const rule of rules) {
        if (found.size > 200) return;
        try {
          if (rule.type === CSSRule.IMPORT_RULE && rule.styleSheet) {
            visitRules(rule.styleSheet.cssRules, root, media || orientation.test(rule.media.mediaText));
          } else if (rule.selectorText !== undefined && rule.style) {
            const transform = rule.style.getPropertyValue('transform'), rotate = rule.style.getPropertyValue('rotate');
            if (media && (rotating.test(transform) || (rotate && rotate !== 'none'))) {
              const selector = rule.selectorText.replace(/::?(before|after|first-line|first-letter|marker)\b/gi, '');
              for (const element of root.querySelectorAll(selector)) if (!found.has(element)) found.set(element, rule.selectorText);
            }
            if (rule.cssRules && rule.cssRules.length) visitRules(rule.cssRules, root, media);
          } else if (rule.cssRules) {
            const here = rule.media ? orientation.test(rule.media.mediaText) : false;
            visitRules(rule.cssRules, root, media || here);
          }
        } catch { /* a rule of another origin, or a selector that the page made up */ }
      }
    };
    while (roots.length) {
      const root = roots.pop();
      for (const sheet of [...root.styleSheets, ...(root.adoptedStyleSheets || [])]) {
        try {
          const media = sheet.media ? orientation.test(sheet.media.mediaText) : false;
          visitRules(sheet.cssRules, root, media);
        } catch { /* a style sheet of another origin */ }
      }
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    globalThis.__eaaTurned = [...found.keys()];
    return globalThis.__eaaTurned.length;
  }
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) try { animation.finish(); } catch { /* endless */ }
  }
  const degrees = (element) => {
    const style = getComputedStyle(element);
    let angle = 0;
    if (style.rotate && style.rotate !== 'none') {
      const parts = style.rotate.split(' ');
      const sign = parts.length === 4 ? Math.sign(parseFloat(parts[2])) : parts[0] === 'x' || parts[0] === 'y' ? 0 : 1;
      angle += sign * parseFloat(parts[parts.length - 1]);
    }
    if (style.transform && style.transform !== 'none') {
      const matrix = new DOMMatrixReadOnly(style.transform);
      angle += Math.atan2(matrix.b, matrix.a) * 180 / Math.PI;
    }
    return angle;
  };
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);
  return (globalThis.__eaaTurned || []).map((element) => {
    let total = 0;
    for (let node = element; node; node = parentOf(node)) total += degrees(node);
    return { path: pathOf(element), own: degrees(element), total };
  });
})
