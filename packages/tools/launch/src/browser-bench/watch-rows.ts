import type { Page } from '@playwright/test';

/**
 * Measures, for each row that is submitted with Enter, the time from the key to the frame in which the next row is
 * drawn.
 *
 * @returns how to read them: milliseconds, in the order of rows
 */
export async function watchRows(page: Page): Promise<() => Promise<number[]>> {
  // Before any listener of the page: what the page draws while it handles the key is already there after it.
  await page.addInitScript(() => {
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') Reflect.set(window, 'pressedAt', event.timeStamp);
      },
      { capture: true },
    );
  });
  await page.reload();
  await page.getByRole('table').waitFor();
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    new MutationObserver((changes) => {
      const from: unknown = Reflect.get(window, 'pressedAt');
      const isNewRow = changes.some((change) =>
        [...change.addedNodes].some((node) => node instanceof Element && node.matches('table, :has(table)')),
      );
      if (typeof from !== 'number' || !isNewRow) return;
      Reflect.set(window, 'pressedAt', null);
      // The frame that shows it begins after this one's callbacks; the task after it comes once it was drawn.
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'took'));
}
