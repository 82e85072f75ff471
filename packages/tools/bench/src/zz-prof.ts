import { writeFileSync } from 'node:fs';
import { openPictures, watchPictures } from '@assay/launch/browser-bench';
const PICTURES = Number(process.env.PICS ?? 60);
const { page, stop } = await openPictures({ pictures: PICTURES, delayMs: 50 });
try {
  const read = await watchPictures(page, 'a');
  const cdp = await page.context().newCDPSession(page);
  const events: unknown[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
  for (let at = 0; at < PICTURES - 1; at += 1) {
    if (at === 20 && process.env.TRACE)
      await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute', 'blink.user_timing', 'disabled-by-default-v8.cpu_profiler', 'disabled-by-default-devtools.timeline','toplevel','cc','latencyInfo'] } } as never);
    await page.waitForTimeout(700);
    await page.keyboard.press('a');
    await page.waitForFunction((count) => Reflect.get(window, 'took').length > count, at);
  }
  const took = await read();
  console.log(took.map((n) => Math.round(n)).join(' '));
  if (process.env.TRACE) { await cdp.send('Tracing.end'); await done; writeFileSync('/tmp/lead/trace.json', JSON.stringify({ traceEvents: events })); }
} finally { await stop(); }
