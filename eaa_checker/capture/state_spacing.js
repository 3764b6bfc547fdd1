// The four values of WCAG 2.1, 1.4.12, over every document and open shadow tree. The first cascade layer's important
// rules win from the page's own, but for important ones in a style attribute, as with a reader's own style sheet.
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer eaa-checker {
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  }`);
  const dress = (root) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) dress(element.shadowRoot);
  };
  dress(document);
  const probe = document.body && getComputedStyle(document.body);
  return Boolean(probe) && parseFloat(probe.letterSpacing) > 0;
})()
