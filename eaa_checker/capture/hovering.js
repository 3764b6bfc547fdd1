// Parts that style rules show only while the mouse is over something: what shows them, and whether rules exist that do
// the same for the keyboard or for a script. Only parts that the keyboard cannot enter while they are hidden.
(() => {
  const HIDES = (style) => style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse';
  const appears = (style) => style.opacity !== '' && parseFloat(style.opacity) > 0;
  const shows = (style) => (style.display && style.display !== 'none') || style.visibility === 'visible' || style.visibility === 'inherit';
  const PSEUDO = /:(hover|focus-within|focus-visible|focus|active)\b/g;
  // A selector list, cut at its commas outside parentheses.
  const parts = (selectors) => {
    const found = [];
    let depth = 0, from = 0;
    for (let i = 0; i <= selectors.length; i += 1) {
      const c = selectors[i];
      if (c === '(' || c === '[') depth += 1;
      else if (c === ')' || c === ']') depth -= 1;
      else if (i === selectors.length || (c === ',' && depth === 0)) { found.push(selectors.slice(from, i).trim()); from = i + 1; }
    }
    return found;
  };
  const bare = (selector) => selector.replace(PSEUDO, '').replace(/(^|[\s>+~])(?=$|[\s>+~])/g, (m) => m).replace(/([>+~])\s*$/, '$1 *');
  const until = performance.now() + 1200;
  const results = [];
  const roots = [document];
  while (roots.length && results.length < 100) {
    const root = roots.pop();
    const hover = [], rest = [];
    const visit = (rules) => {
      for (const rule of rules) {
        if (performance.now() > until) return;
        if (rule.styleSheet) { try { visit(rule.styleSheet.cssRules); } catch { /* of another origin */ } continue; }
        if (rule.media && !matchMedia(rule.media.mediaText).matches) continue;
        const selectors = rule.selectorText;
        if (selectors) {
          rest.push(rule);
          if (selectors.includes(':hover') && (shows(rule.style) || appears(rule.style))) {
            for (const selector of parts(selectors)) if (/:hover\b/.test(selector)) hover.push(selector);
          }
        }
        if (rule.cssRules && rule.cssRules.length) visit(rule.cssRules);
      }
    };
    for (const sheet of [...root.styleSheets, ...(root.adoptedStyleSheets || [])]) {
      try { if (!sheet.media?.mediaText || matchMedia(sheet.media.mediaText).matches) visit(sheet.cssRules); } catch { /* of another origin */ }
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    const done = new Set();
    // All other rules that show something are looked up when the first hidden part is found: most pages have none.
    let known = null;
    const others = () => known || (known = rest.filter((rule) => shows(rule.style))
      .flatMap((rule) => parts(rule.selectorText)).filter((selector) => !/:hover\b/.test(selector)));
    for (const selector of hover) {
      // What is shown is not what the mouse is over, but in it or beside it.
      const cut = selector.match(/^(.*:hover[^\s>+~]*)\s*([\s>+~])\s*(\S.*)$/);
      if (!cut) continue;
      let found;
      try { found = root.querySelectorAll(bare(selector)); } catch { continue; }
      for (const element of [...found].slice(0, 60)) {
        if (done.has(element) || results.length >= 100 || performance.now() > until) continue;
        const style = getComputedStyle(element);
        const faint = !HIDES(style) && style.opacity === '0';
        if ((!faint && !HIDES(style)) || element.closest('[aria-hidden="true" i], [inert]')) continue;
        let trigger = null;
        try {
          const over = bare(cut[1]);
          trigger = /[+~]/.test(cut[2]) ? element.previousElementSibling : element.parentElement?.closest(over);
          if (trigger && /[+~]/.test(cut[2]) && cut[2] === '~' && !trigger.matches(over)) {
            while (trigger && !trigger.matches(over)) trigger = trigger.previousElementSibling;
          }
        } catch { continue; }
        if (!trigger || !trigger.checkVisibility({ visibilityProperty: true })) continue;
        done.add(element);
        const same = (wanted) => others().some((other) => {
          if (!wanted(other)) return false;
          try { return element.matches(bare(other)); } catch { return false; }
        });
        // Rules for a class or an attribute that a script may set: their last part fits, their whole does not.
        const scripted = others().some((other) => {
          if (/:focus/.test(other)) return false;
          const last = other.split(/[\s>+~]+/).pop().replace(/::?[\w-]+(\([^)]*\))?/g, '').replace(/(\.[\w-]*(open|show|active|actief|visible|expand|toggled|in|is-)[\w-]*|\[[^\]]*\])/gi, '');
          try { return Boolean(last) && last !== '*' && element.matches(last) && !element.matches(other); } catch { return false; }
        });
        const links = [...element.querySelectorAll('a[href], button, input, select, textarea')];
        results.push({
          path: pathOf(element), trigger: pathOf(trigger), text: element.textContent.trim().replace(/\s+/g, ' ').slice(0, 120),
          links: links.length, addresses: links.filter((e) => e.localName === 'a').map((e) => e.href).slice(0, 60),
          focus: same((other) => /:focus/.test(other)), scripted, faint,
        });
      }
    }
  }
  return results;
})()
