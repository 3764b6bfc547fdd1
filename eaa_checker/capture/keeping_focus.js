// Which parts that are hidden from assistive technology keep the focus when they get it. Focus sentinels, which pass
// it on at once, do not. Tries a few elements per hidden part, and puts the focus back where it was.
(async (most) => {
  const selector = 'a[href], area[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex], [contenteditable]';
  const pause = () => new Promise((done) => setTimeout(done, 60));
  const hidden = [];
  const roots = [document];
  while (roots.length) {
    const root = roots.pop();
    for (const element of root.querySelectorAll('[aria-hidden="true" i]')) {
      if (!element.parentElement || !element.parentElement.closest('[aria-hidden="true" i]')) hidden.push(element);
    }
    if (roots.length < 200) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const answers = [];
  const before = document.activeElement;
  for (const part of hidden) {
    let tried = 0;
    const candidates = [...(part.matches(selector) ? [part] : []), ...part.querySelectorAll(selector)];
    for (const element of candidates) {
      if (answers.length >= most || tried >= 4) break;
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
      tried += 1;
      element.focus({ preventScroll: true });
      const has = () => element.getRootNode().activeElement === element;
      if (has()) await pause();
      const kept = has();
      answers.push({ path: pathOf(element), kept });
      if (kept) {
        element.blur();
        break;
      }
    }
    if (answers.length >= most) break;
  }
  if (answers.length && before && before !== document.activeElement) {
    if (before === document.body || !before.focus) document.activeElement?.blur?.();
    else before.focus({ preventScroll: true });
  }
  return answers;
})
