// What the DOM snapshot does not tell: how the document was parsed, and the natural sizes of images.
(() => {
  const images = [];
  const roots = [document];
  while (roots.length) {
    const root = roots.pop();
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLImageElement) {
        images.push({ path: pathOf(element), width: element.naturalWidth, height: element.naturalHeight, complete: element.complete });
      }
    }
  }
  return {
    content_type: document.contentType,
    mode: document.compatMode,
    encoding: document.characterSet,
    title: document.title,
    base: document.baseURI,
    address: document.URL,
    elements: document.getElementsByTagName('*').length,
    images: images.slice(0, 5000),
  };
})()
