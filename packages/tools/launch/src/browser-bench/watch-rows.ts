import type { Page } from '@playwright/test';

/**
 * Measures, for each row that is submitted with Enter, the time from the key to the frame in which the next row is
 * drawn.
 *
 * @returns how to read them: milliseconds, in the order of rows
 */
export async function watchRows(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    let pressedAt: number | null = null;
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') pressedAt = event.timeStamp;
      },
      { capture: true },
    );
    new MutationObserver((changes) => {
      if (pressedAt === null) return;
      const isNewRow = changes.some((change) =>
        [...change.addedNodes].some((node) => node instanceof Element && node.matches('table, :has(table)')),
      );
      if (!isNewRow) return;
      const from = pressedAt;
      pressedAt = null;
      // The frame that shows it begins after this one's callbacks; the task after it comes once it was drawn.
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'took'));
}
