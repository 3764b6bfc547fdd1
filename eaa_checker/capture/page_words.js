// What a page says to those who see it: its title, all its text, and the text outside navigation, header and footer.
(() => {
  const AROUND = 'nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=complementary]';
  const UNSEEN = 'script, style, template, noscript';
  const main = [];
  const whole = [];
  let length = 0;
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && length < 50000) {
    const text = walker.currentNode.data.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent || parent.closest(UNSEEN)) continue;
    if (parent.checkVisibility && !parent.checkVisibility({ visibilityProperty: true })) continue;
    length += text.length;
    whole.push(text);
    if (!parent.closest(AROUND)) main.push(text);
  }
  const line = (parts) => parts.join(' ').replace(/\s+/g, ' ');
  return { address: document.URL, title: document.title, main: line(main), text: line(whole) };
})()
