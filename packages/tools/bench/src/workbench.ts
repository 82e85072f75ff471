import { openWorkbench, watchRows } from '@assay/launch/browser-bench';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const ROWS = 150;
/** Rows before anything counts: code is compiled, and rows are at hand. */
const WARM_UP = 20;
const DELAY_MS = 50;
/** Between two rows, as somebody labels who is very quick. */
const PAUSE_MS = 400;

/** From the key that submits a row to the frame in which the next one is drawn, with a slow network. */
export async function workbenchBench(): Promise<Figure[]> {
  const { page, stop } = await openWorkbench({ samples: ROWS, delayMs: DELAY_MS });
  try {
    const read = await watchRows(page);
    for (let row = 0; row < ROWS - 1; row += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(PAUSE_MS);
    }
    const took = (await read()).slice(WARM_UP).sort((a, b) => a - b);
    if (took.length < (ROWS - WARM_UP) * 0.9) {
      throw new Error(`Only ${took.length} rows were drawn of ${ROWS - WARM_UP}.`);
    }
    return [
      { name: 'key to next row painted, 50 ms delay, p50', value: quantile(took, 0.5), unit: 'ms' },
      { name: 'key to next row painted, 50 ms delay, p95', value: quantile(took, 0.95), unit: 'ms' },
    ];
  } finally {
    await stop();
  }
}
