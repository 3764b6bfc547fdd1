// Texts that were replaced by themselves, more than once and for as long as we look. Waits only while some text may
// still turn out to be such: a page with scripts is looked at until *first* ms after it was loaded (beside axe-core that
// time has long passed), a text that changed once gets *second* ms to change again, one that goes on changing gets
// *lasting* ms to prove that it is no counter that ends.
(async (first, second, lasting) => {
  const watch = globalThis.__eaaWatch;
  if (!watch) return [];
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const scripted = Array.from(document.scripts).some((s) => /^$|module|javascript/.test(s.type));
  const [navigation] = performance.getEntriesByType('navigation');
  const loaded = (navigation && navigation.loadEventEnd) || 0;
  if (scripted && performance.now() < loaded + first) await wait(loaded + first - performance.now());
  const began = performance.now();
  const gap = (times) => Math.max(...times.slice(1).map((time, i) => time - times[i]));
  for (;;) {
    watch.look();
    const now = performance.now();
    const open = Array.from(watch.texts, ([element, times]) => {
      if (!element.isConnected) return false;
      const since = now - times[times.length - 1];
      if (times.length === 1) return since < second && now - began < second;
      return times[times.length - 1] - times[0] < lasting && since < Math.max(1500, 2.5 * gap(times));
    }).some(Boolean);
    if (!open || now - began > lasting + 2500) break;
    await wait(100);
  }
  const now = performance.now();
  return Array.from(watch.texts)
    .filter(([element, times]) => element.isConnected && times.length > 1)
    .map(([element, times]) => ({
      path: pathOf(element),
      times: times.length,
      span: Math.round(times[times.length - 1] - times[0]),
      since: Math.round(now - times[times.length - 1]),
      gap: Math.round(gap(times)),
      text: (element.innerText || '').trim().slice(0, 200),
    }))
    .filter((change) => change.span >= lasting && change.since < Math.max(1500, 2.5 * change.gap))
    .slice(0, 50);
})
