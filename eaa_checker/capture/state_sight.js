// Shared by the scripts that put a page into a state: what is visible, and everything that stands in open shadow trees.
const seen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
};
const everything = (root = document, found = []) => {
  for (const element of root.querySelectorAll('*')) {
    found.push(element);
    if (element.shadowRoot) everything(element.shadowRoot, found);
  }
  return found;
};
const wordsOf = (element) => [element.id, element.getAttribute('class'), element.getAttribute('aria-label'),
  element.getAttribute('title'), element.getAttribute('name')].filter(Boolean).join(' ');
const around = (element, selector) => {
  for (let node = element; node; node = node.parentNode || node.host) {
    if (node.nodeType === 1 && node.matches(selector)) return node;
  }
  return null;
};
