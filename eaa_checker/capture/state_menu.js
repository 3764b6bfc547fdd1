// Opens a menu by the page's own button. Called with 'list': how many buttons there are that may open one; with a
// number: activates that one, and whether something came to be seen by it. Links are never followed, nothing is sent.
((what) => {
  const MENU = /menu|nav|hamburger/i;
  const NOT = /chat|bel\b|call|112/i;
  const HOME = 'nav, header, [role="navigation"], [role="banner"], [role="menubar"]';
  const controlled = (button) => (button.getAttribute('aria-controls') || '').split(/\s+/).filter(Boolean)
    .map((id) => button.getRootNode().getElementById(id)).filter(Boolean);
  const suits = (element) => {
    const summary = element.nodeName === 'SUMMARY' && element.parentElement && element.parentElement.nodeName === 'DETAILS';
    if (summary ? element.parentElement.open : element.getAttribute('aria-expanded') !== 'false') return false;
    if (element.disabled || !seen(element) || NOT.test(`${wordsOf(element)} ${element.innerText || ''}`)) return false;
    const link = around(element, 'a[href], area[href]');
    if (link && !/^#/.test(link.getAttribute('href'))) return false;
    const button = around(element, 'button, input');
    if (button && button.form && button.type !== 'button') return false;
    if (element.matches('input, select, [role="combobox"]') || element.getAttribute('aria-haspopup') === 'dialog') return false;
    const opens = controlled(element);
    return Boolean(around(element, HOME)) || opens.some((one) => one.matches(HOME) || one.querySelector('nav') || MENU.test(wordsOf(one)));
  };
  const likely = (element) => MENU.test(`${wordsOf(element)} ${element.innerText || ''} ${element.getAttribute('aria-controls') || ''}`);
  if (what === 'list') {
    const found = everything().filter(suits);
    globalThis.__eaaMenus = [...found.filter(likely), ...found.filter((one) => !likely(one))];
    return globalThis.__eaaMenus.length;
  }
  const button = (globalThis.__eaaMenus || [])[what];
  if (!button || !button.isConnected) return { opened: false };
  const visible = () => everything().reduce((count, element) => count + (seen(element) ? 1 : 0), 0);
  const before = visible();
  const shown = () => {
    if (button.nodeName === 'SUMMARY') return button.parentElement.open;
    return button.getAttribute('aria-expanded') === 'true' || controlled(button).some(seen);
  };
  button.click();
  return new Promise((done) => {
    const until = performance.now() + 1500;
    const look = () => {
      if (shown() && visible() > before) return setTimeout(() => done({ opened: shown() && visible() > before }), 400);
      if (performance.now() > until) return done({ opened: false });
      setTimeout(look, 100);
    };
    look();
  });
})
