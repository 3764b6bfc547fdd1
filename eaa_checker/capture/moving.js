// Turns and shakes the device, as far as events tell the page, and notes what changes by it.
(async (kinds) => {
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const watch = watchChanges();
  const sign = ({ what, element }) => what + ' ' + JSON.stringify(element ? pathOf(element) : null);
  const send = (kind, angle) => {
    const event = kind === 'devicemotion'
      ? new DeviceMotionEvent(kind, {
        acceleration: { x: angle / 2, y: angle / 2, z: angle / 2 },
        accelerationIncludingGravity: { x: angle / 2, y: angle / 2, z: angle / 2 },
        rotationRate: { alpha: angle, beta: angle, gamma: angle }, interval: 16,
      })
      : new DeviceOrientationEvent(kind, { alpha: (angle + 360) % 360, beta: angle, gamma: angle, absolute: true });
    window.dispatchEvent(event);
  };
  try {
    await wait(150);
    const usual = new Set(watch.take().map(sign));
    const record = {};
    for (const kind of kinds) {
      const changes = [];
      for (const angle of [0, 45, -45, 80, -80, 5]) {
        send(kind, angle);
        await wait(40);
        changes.push(...watch.take().filter((change) => !usual.has(sign(change))));
      }
      await wait(150);
      changes.push(...watch.take().filter((change) => !usual.has(sign(change))));
      record[kind] = {
        what: [...new Set(changes.map((c) => c.what.replace(/^attributes.*/, 'attributes')))],
        paths: [...new Set(changes.map((c) => JSON.stringify(c.element ? pathOf(c.element) : null)))].slice(0, 8).map((p) => JSON.parse(p)),
      };
    }
    return { events: record };
  } finally {
    watch.stop();
  }
})
