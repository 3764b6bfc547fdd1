// Browsers put off rendering what has "content-visibility: auto" until it is scrolled to, and until then tell nothing of
// its roles and names. Asks for it all to be rendered now, and gives the number of elements concerned.
(async () => {
  const skipped = (e) => e.checkVisibility() && !e.checkVisibility({ contentVisibilityAuto: true });
  const count = [...document.querySelectorAll('body *')].filter(skipped).length;
  if (!count) return 0;
  const all = [...document.querySelectorAll('body *')];
  const styles = new Map(all.map((e) => [e, getComputedStyle(e).contentVisibility]));
  const hides = all.some((e) => styles.get(e) === 'hidden' && !e.hasAttribute('hidden'));
  if (hides) {
    // Parts are hidden by the same property: only an element's own style can tell the two apart.
    for (const element of all) {
      if (styles.get(element) === 'auto') element.style.setProperty('content-visibility', 'visible', 'important');
    }
  } else {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*:not([hidden]) { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(sheet);
  }
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)); setTimeout(done, 100); });
  return count;
})()
