import { openPictures, watchPictures } from '@assay/launch/browser-bench';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const PICTURES = 80;
/** Pictures before anything counts: code is compiled, and pictures are at hand. */
const WARM_UP = 10;
const DELAY_MS = 50;
/** Between two pictures, as somebody verifies who sees at a glance that all is right. */
const PAUSE_MS = 700;

/** From the key that accepts the rest of a picture to the frame in which the next one is drawn, with a slow network. */
export async function verifyingBench(): Promise<Figure[]> {
  const { page, stop } = await openPictures({ pictures: PICTURES, delayMs: DELAY_MS });
  try {
    const read = await watchPictures(page, 'a');
    for (let at = 0; at < PICTURES - 1; at += 1) {
      await page.waitForTimeout(PAUSE_MS);
      await page.keyboard.press('a');
      await page.waitForFunction((count) => Reflect.get(window, 'took').length > count, at);
    }
    const took = (await read()).slice(WARM_UP).sort((a, b) => a - b);
    return [
      { name: 'verify key to next image painted, 50 ms delay, p50', value: quantile(took, 0.5), unit: 'ms' },
      { name: 'verify key to next image painted, 50 ms delay, p95', value: quantile(took, 0.95), unit: 'ms' },
    ];
  } finally {
    await stop();
  }
}
