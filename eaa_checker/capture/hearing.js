// What one media file sounds like, and what its pictures show while it sounds. The file is fetched once, from the browser's
// cache where it is there, and kept for the second question.
({
  // Levels in dBFS of the whole file; *pcm* holds the parts to listen to: 16 kHz, 16 bits, mono, base64.
  async listen(source, maxBytes, wholeUpTo, part) {
    const response = await fetch(source, { cache: 'force-cache', credentials: 'same-origin' });
    if (!response.ok) return { problem: `status ${response.status}` };
    if (Number(response.headers.get('content-length')) > maxBytes) {
      if (response.body) await response.body.cancel();
      return { problem: 'too large' };
    }
    const reader = response.body.getReader();
    const chunks = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) { await reader.cancel(); return { problem: 'too large' }; }
      chunks.push(value);
    }
    const blob = new Blob(chunks);
    globalThis.__eaaHeard = { source, blob };
    let sound;
    try {
      sound = await new OfflineAudioContext(1, 1, 16000).decodeAudioData(await blob.arrayBuffer());
    } catch (error) {
      return { problem: 'no sound that can be decoded' };
    }
    const length = sound.length;
    const mono = new Float32Array(length);
    const step = 1600;
    const frames = Math.ceil(length / step);
    const level = new Float32Array(frames);
    let peak = 0;
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      const data = sound.getChannelData(channel);
      for (let frame = 0; frame < frames; frame++) {
        const end = Math.min(length, (frame + 1) * step);
        let energy = 0;
        for (let i = frame * step; i < end; i++) {
          const value = data[i];
          energy += value * value;
          mono[i] += value / sound.numberOfChannels;
          if (value > peak) peak = value; else if (-value > peak) peak = -value;
        }
        level[frame] = Math.max(level[frame], energy / step);
      }
    }
    const decibel = (power) => 10 * Math.log10(power + 1e-12);
    let loudest = 0;
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0;
      for (let k = frame; k < Math.min(frames, frame + 10); k++) sum += level[k];
      loudest = Math.max(loudest, sum / 10);
    }
    const ordered = Array.from(level, decibel).sort((a, b) => a - b);
    const at = (share) => ordered[Math.round(share * (ordered.length - 1))];
    const whole = sound.duration <= wholeUpTo;
    const starts = whole ? [0] : [0.1, 0.45, 0.8].map((share) => Math.round(share * length));
    const parts = starts.map((start) => {
      const taken = mono.subarray(start, whole ? length : Math.min(length, start + part * 16000));
      const bytes = new Uint8Array(taken.length * 2);
      const view = new DataView(bytes.buffer);
      taken.forEach((value, i) => view.setInt16(2 * i, Math.max(-1, Math.min(1, value)) * 32767, true));
      let text = '';
      for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
      return { start: start / 16000, pcm: btoa(text) };
    });
    return {
      duration: sound.duration,
      channels: sound.numberOfChannels,
      peak: decibel(peak * peak),
      loudest: decibel(loudest),
      // Between the soft and the loud moments; hardly any for a tone, a hum or a hiss, much for speech.
      variation: at(0.95) - at(0.1),
      sounding: level.filter((power) => decibel(power) > -50).length / 10,
      whole,
      parts,
    };
  },

  // For each of *times* (seconds): how much in the picture looks like lines of text; null where there is no picture.
  async read(times) {
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.src = URL.createObjectURL(globalThis.__eaaHeard.blob);
    const happens = (event) => new Promise((done, failed) => {
      video.addEventListener(event, done, { once: true });
      video.addEventListener('error', () => failed(new Error('cannot be shown')), { once: true });
    });
    try {
      await happens('loadeddata');
      const canvas = document.createElement('canvas');
      canvas.width = 480;
      canvas.height = Math.round(480 * video.videoHeight / video.videoWidth) || 1;
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      const seen = [];
      for (const time of times) {
        const there = happens('seeked');
        video.currentTime = time;
        await there;
        brush.drawImage(video, 0, 0, canvas.width, canvas.height);
        seen.push(textLike(brush.getImageData(0, 0, canvas.width, canvas.height)));
      }
      return seen;
    } catch (error) {
      return null;
    } finally {
      URL.revokeObjectURL(video.src);
      video.removeAttribute('src');
      video.load();
    }

    // Letters in a line make the brightness go up and down many times within a short stretch of several rows running.
    // Counts the places where that happens: swings of at least 60 of 255, seven or more per 64 pixels, in six of eight rows.
    function textLike(image) {
      const { data, width, height } = image;
      const swing = 60, stretch = 64, rows = 8;
      const dense = [];
      for (let y = 0; y < height; y++) {
        const turns = new Uint8Array(width);
        let low = 255, high = 0, direction = 0;
        for (let x = 0; x < width; x++) {
          const i = 4 * (y * width + x);
          const light = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2];
          if (direction >= 0) {
            if (light > high) high = light;
            else if (high - light > swing) { turns[x] = 1; direction = -1; low = light; }
          }
          if (direction <= 0) {
            if (light < low) low = light;
            else if (light - low > swing) { turns[x] = 1; direction = 1; high = light; }
          }
        }
        const row = new Uint8Array(width);
        let sum = 0;
        for (let x = 0; x < width; x++) {
          sum += turns[x] - (x >= stretch ? turns[x - stretch] : 0);
          row[x] = sum >= 7 ? 1 : 0;
        }
        dense.push(row);
      }
      let places = 0;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let y = 0; y < height; y++) {
          sum += dense[y][x] - (y >= rows ? dense[y - rows][x] : 0);
          if (sum >= rows - 2) places += 1;
        }
      }
      return places;
    }
  },
})
