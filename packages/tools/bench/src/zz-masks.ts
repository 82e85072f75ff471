import { writeFileSync } from 'node:fs';
import { openCanvas } from '@assay/editor-konva/testing';
const { page, stop } = await openCanvas();
try {
  const cdp = await page.context().newCDPSession(page);
  const events: unknown[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
  for (let at = 0; at < 6; at += 1) {
    if (at === 2 && process.env.TRACE)
      await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute', 'blink.user_timing', 'disabled-by-default-v8.cpu_profiler', 'disabled-by-default-devtools.timeline','toplevel','cc','blink','gpu','v8'] } } as never);
    const t = await page.evaluate(() => window.canvasPage.openWatched({ masks: 50 }));
    console.log(JSON.stringify(t));
  }
  if (process.env.TRACE) { await cdp.send('Tracing.end'); await done; writeFileSync('/tmp/lead/trace-m.json', JSON.stringify({ traceEvents: events })); }
} finally { await stop(); }
