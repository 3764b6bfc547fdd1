// Fields as they are drawn: the text they show, the looks of their placeholder, and what marks where they are. The
// snapshot has none of it, since a browser keeps it in trees of its own. Only fields that can be seen and operated.
(() => {
  const TEXTS = new Set(['text', 'search', 'email', 'url', 'tel', 'number', 'password', 'date', 'time', 'month', 'week', 'datetime-local']);
  const SHOWN = new Set(['text', 'search', 'email', 'url', 'tel', 'number']);
  const LABELS = { submit: 'Submit', reset: 'Reset', button: '' };
  const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
  const number = (value) => parseFloat(value) || 0;
  const sidesOf = (style) => SIDES.map((side) => [number(style[`border${side}Width`]), style[`border${side}Style`], style[`border${side}Color`]]);
  // Something else than a border and a colour that may mark where it is.
  const ringOf = (element, style) => style.boxShadow !== 'none' || style.backgroundImage !== 'none' || style.borderImageSource !== 'none'
    || (style.outlineStyle !== 'none' && number(style.outlineWidth) > 0) || style.maskImage && style.maskImage !== 'none'
    || ['::before', '::after'].some((name) => !/^(none|normal)$/.test(getComputedStyle(element, name).content));
  const paints = (style) => !/^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor) || sidesOf(style).some(([width, kind]) => width > 0 && kind !== 'none');
  const parentOf = (node) => node.assignedSlot || node.parentElement || (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const near = (one, other) => one.left - other.right < 12 && other.left - one.right < 12 && one.top - other.bottom < 12 && other.top - one.bottom < 12;
  const COMPANIONS = 'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"], img, svg, i, [class*="icon" i], [class*="addon" i]';

  const kindOf = (element) => {
    if (element.localName === 'textarea') return 'area';
    if (element.localName === 'select') return element.multiple || element.size > 1 ? '' : 'select';
    if (TEXTS.has(element.type)) return 'text';
    if (element.type in LABELS) return 'button';
    return /^(checkbox|radio)$/.test(element.type) && getComputedStyle(element).appearance === 'none' ? 'check' : '';
  };
  const textOf = (element, kind) => {
    if (kind === 'select') return element.selectedOptions[0]?.label || '';
    if (kind === 'button') return element.value || (element.hasAttribute('value') ? '' : LABELS[element.type]);
    if (kind === 'area' || (kind === 'text' && SHOWN.has(element.type))) return element.value;
    return '';
  };

  const fields = [];
  const roots = [document];
  while (roots.length && fields.length < 300) {
    const root = roots.pop();
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!/^(input|textarea|select)$/.test(element.localName) || fields.length >= 300) continue;
      const kind = kindOf(element);
      if (!kind || element.matches(':disabled')) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) continue;
      const rect = element.getBoundingClientRect();
      if (rect.width < 4 || rect.height < 4) continue;
      const style = getComputedStyle(element);
      let placeholder = null;
      const shown = element.matches(':placeholder-shown') ? (element.getAttribute('placeholder') || '').trim() : '';
      if (shown) {
        const looks = getComputedStyle(element, '::placeholder');
        placeholder = { text: shown.slice(0, 200), styles: {
          color: looks.color, opacity: looks.opacity, 'font-size': looks.fontSize, 'font-weight': looks.fontWeight, 'font-family': looks.fontFamily,
          '-webkit-text-fill-color': looks.webkitTextFillColor, visibility: looks.visibility, 'text-shadow': looks.textShadow } };
      }
      const wraps = [];
      // A label that floats in the field is text in it, as a placeholder is.
      let beside = [...(element.labels || [])].some((label) => [...label.querySelectorAll('*'), label].slice(0, 20).some((part) => {
        const place = part.getBoundingClientRect();
        return !part.contains(element) && place.width > 3 && Math.min(place.right, rect.right) - Math.max(place.left, rect.left) > 3
          && Math.min(place.bottom, rect.bottom) - Math.max(place.top, rect.top) > 3;
      }));
      let node = element;
      for (let step = 0; step < 4 && kind !== 'button'; step += 1) {
        node = parentOf(node);
        if (!node || node === document.body) break;
        const box = node.getBoundingClientRect();
        const inner = node.localName === 'label' ? rect.height * 3 : rect.height + 40;
        if (box.width > rect.width + 160 || box.height > inner) break;
        if ([...node.querySelectorAll('input, select, textarea')].some((other) => other !== element && kindOf(other) !== 'button' && other.type !== 'hidden')) break;
        beside = beside || [...node.querySelectorAll(COMPANIONS)].slice(0, 30).some((other) => {
          const place = other.getBoundingClientRect();
          return other !== element && place.width > 3 && place.height > 3 && near(place, rect);
        });
        const looks = getComputedStyle(node);
        if (paints(looks) || ringOf(node, looks)) wraps.push({ path: pathOf(node), sides: sidesOf(looks), ring: ringOf(node, looks) });
      }
      fields.push({
        path: pathOf(element), kind, text: textOf(element, kind).trim().replace(/\s+/g, ' ').slice(0, 200), placeholder,
        padding: SIDES.map((side) => number(style[`padding${side}`])), sides: sidesOf(style),
        indent: number(style.textIndent), size: number(style.fontSize), align: style.textAlign,
        ring: ringOf(element, style), wraps, beside, checked: Boolean(element.checked), readonly: Boolean(element.readOnly),
      });
    }
  }
  return fields;
})()
