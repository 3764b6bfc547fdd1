// Scrolls once through the page so that content that loads or appears on scrolling is there, then back to the top.
(async (steps) => {
  const root = document.scrollingElement || document.documentElement;
  if (!root || root.scrollHeight <= innerHeight * 1.2) return 0;
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 50); });
  let count = 0;
  for (let y = innerHeight; y < root.scrollHeight && count < steps; y += innerHeight, count += 1) {
    scrollTo({ top: y, behavior: 'instant' });
    await frame();
  }
  scrollTo({ top: 0, left: 0, behavior: 'instant' });
  await frame();
  return count;
})
