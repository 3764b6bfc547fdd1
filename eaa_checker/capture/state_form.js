// Provokes the errors of the main form by leaving it as it is. Called with 'find': whether there is a form whose
// required fields are empty, and a button to send it with; with 'send': activates that button and tells what came of it.
((what) => {
  const TYPED = 'input:not([type]), input[type="text"], input[type="email"], input[type="tel"], input[type="number"], ' +
    'input[type="date"], input[type="url"], input[type="password"], textarea, select';
  const required = (field) => field.required || field.getAttribute('aria-required') === 'true';
  const empty = (field) => {
    if (field.type === 'checkbox') return !field.checked;
    if (field.type === 'radio') return !Array.from(field.form.elements).some((one) => one.type === 'radio' && one.name === field.name && one.checked);
    return !String(field.value || '').trim();
  };
  const sends = (form) => Array.from(form.elements).find((one) => !one.disabled && seen(one) &&
    ((one.nodeName === 'BUTTON' && one.type === 'submit') || (one.nodeName === 'INPUT' && (one.type === 'submit' || one.type === 'image'))))
    || Array.from(form.querySelectorAll('input[type="image"]')).find(seen);
  const of = (form) => Array.from(form.elements).filter((one) => !one.disabled && one.type !== 'hidden' && seen(one));
  if (what === 'find') {
    let best = null, most = 0;
    for (const form of everything().filter((element) => element.nodeName === 'FORM')) {
      if (around(form, '[role="search"], search') || !sends(form)) continue;
      const fields = of(form), asked = fields.filter((field) => required(field) && empty(field)).length;
      const typed = fields.filter((field) => field.matches(TYPED) && empty(field)).length;
      if (!asked && typed < 2) continue;
      const score = asked * 10 + typed + (around(form, 'main, [role="main"]') ? 5 : 0);
      if (score > most) { best = form; most = score; }
    }
    globalThis.__eaaForm = best;
    return Boolean(best);
  }
  const form = globalThis.__eaaForm;
  if (!form || !form.isConnected) return { errors: 0 };
  const LOUD = '[role="alert"], [role="alertdialog"], [aria-live="assertive"], [aria-live="polite"]';
  const told = () => {
    const around = document.querySelectorAll(LOUD);
    return form.innerText + Array.from(around).filter(seen).map((one) => one.innerText).join('\n');
  };
  const marked = () => form.querySelectorAll('[aria-invalid="true"]').length;
  let refused = 0;
  form.addEventListener('invalid', () => { refused += 1; }, true);
  const text = told(), marks = marked();
  sends(form).click();
  return new Promise((done) => setTimeout(() => done({
    errors: refused + Math.max(0, marked() - marks) + (form.isConnected && told() !== text ? 1 : 0),
    stays: form.isConnected,
  }), 700));
})
