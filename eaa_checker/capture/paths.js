// Where an element stands, so that it can be found again in the capture: one list of child positions per tree,
// outermost first; a shadow root starts a new list. Matches rules.page.Document.element_at.
const pathOf = (element) => {
  const path = [[]];
  for (let node = element; node; ) {
    const parent = node.parentNode;
    if (!parent) return null;
    path[0].unshift(Array.prototype.indexOf.call(parent.children, node));
    if (parent.nodeType === 9) return path;
    if (parent.nodeType === 11) {
      if (!parent.host) return null;
      path.unshift([]);
      node = parent.host;
    } else node = parent;
  }
  return null;
};
