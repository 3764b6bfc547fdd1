// What the DOM snapshot does not tell: how the document was parsed, the natural sizes of images, and which dialog is modal.
(() => {
  const images = [];
  const objects = [];
  const roots = [document];
  let modal = null;
  while (roots.length) {
    const root = roots.pop();
    // Of several open modal dialogs the one with the focus is on top, else the last.
    for (const open of root.querySelectorAll('dialog:modal')) {
      if (!modal || !modal.matches(':focus-within')) modal = open;
    }
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLObjectElement && element.data && objects.length < 200) {
        const timing = performance.getEntriesByName(element.data).pop();
        objects.push({ path: pathOf(element), mime: timing?.contentType || '', status: timing?.responseStatus || 0 });
      }
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
    modal: modal ? pathOf(modal) : null,
    address: document.URL,
    elements: document.getElementsByTagName('*').length,
    images: images.slice(0, 5000),
    objects,
  };
})()
