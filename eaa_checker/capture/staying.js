// Holds back attempts of the page to leave while behaviour is watched: what came instead would be judged as this page.
((task) => {
  if (task === 'there') return Boolean(globalThis.__eaaStay);
  if (task === 'end') {
    globalThis.__eaaStay?.abort();
    delete globalThis.__eaaStay;
    return true;
  }
  if (!globalThis.__eaaStay) {
    globalThis.__eaaStay = new AbortController();
    globalThis.navigation?.addEventListener('navigate', (event) => {
      if (!event.hashChange && !event.destination.sameDocument && event.cancelable) event.preventDefault();
    }, { signal: globalThis.__eaaStay.signal });
  }
  return true;
})
