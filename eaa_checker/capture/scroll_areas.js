// Elements that scroll content of their own: how far, and their padding. The document's own scroller is left out.
(() => {
  const areas = [];
  const roots = [document];
  while (roots.length && areas.length < 500) {
    const root = roots.pop();
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const across = element.scrollWidth - element.clientWidth, down = element.scrollHeight - element.clientHeight;
      if ((across <= 0 && down <= 0) || element === document.documentElement || element === document.body) continue;
      const style = getComputedStyle(element);
      const scrolls = (value) => value === 'auto' || value === 'scroll';
      const horizontal = scrolls(style.overflowX) ? across : 0, vertical = scrolls(style.overflowY) ? down : 0;
      if (horizontal <= 0 && vertical <= 0) continue;
      const number = (value) => parseFloat(value) || 0;
      areas.push({
        path: pathOf(element),
        horizontal, vertical,
        left: number(style.paddingLeft), right: number(style.paddingRight),
        top: number(style.paddingTop), bottom: number(style.paddingBottom),
      });
    }
  }
  return areas;
})()
