// Whether the page asks for consent to cookies: in a dialog, in a bar that stays in view, or in a frame over the page.
(() => {
  const ABOUT = /cookie|consent|toestemming|gdpr|avg-melding/i;
  const ACTS = 'button, [role="button"], input[type="button"], input[type="submit"], a[href]';
  for (const element of everything()) {
    if (!seen(element) || element === document.body || element === document.documentElement) continue;
    if (/^(IFRAME|FRAME)$/.test(element.nodeName)) {
      const place = getComputedStyle(around(element, 'body > *') || element).position;
      const own = getComputedStyle(element).position;
      const over = [place, own].some((position) => position === 'fixed' || position === 'absolute');
      if (over && ABOUT.test(`${wordsOf(element)} ${element.getAttribute('src') || ''}`)) return true;
      continue;
    }
    const style = getComputedStyle(element).position;
    const dialog = element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
    const stays = style === 'fixed' || style === 'sticky';
    const named = ABOUT.test(wordsOf(element));
    if (!dialog && !stays && !named) continue;
    const text = element.innerText || '';
    if (!ABOUT.test(text) || text.length > 20000) continue;
    // A bar that is named after cookies, but in the flow of the page, must be of some size and offer a choice in buttons.
    const acts = everything(element).filter((inner) => inner.matches(ACTS) && seen(inner));
    const buttons = acts.filter((inner) => !inner.matches('a[href]') || /^#|^javascript:/.test(inner.getAttribute('href')));
    if (dialog || stays ? acts.length : buttons.length) return true;
  }
  return false;
})()
