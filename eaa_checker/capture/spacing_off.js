// Takes away what state_spacing.js put over the page.
(() => {
  const undress = (root) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet.cssRules[0]?.name !== 'eaa-checker');
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) undress(element.shadowRoot);
  };
  undress(document);
})()
