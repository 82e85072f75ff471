import type { Page } from '@playwright/test';

/**
 * Measures, for each press of a key, the time from it to the first frame in which the middle of the canvas has the
 * colour of another picture and the page says that the picture is there.
 *
 * @returns how to read them: milliseconds, in the order of pictures
 */
export async function watchPictures(page: Page, key: string): Promise<() => Promise<number[]>> {
  // What compiles this file names inner functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (one) => one');
  await page.evaluate((pressed) => {
    const took: number[] = [];
    Object.assign(window, { took });
    const middle = (): string => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-painted] canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      // Pictures have a grain: those beside each other differ by far more than that.
      return pixels === undefined ? '' : [...pixels].map((each) => Math.round(each / 16)).join();
    };
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== pressed) return;
        const before = middle();
        const from = event.timeStamp;
        const look = () => {
          const isThere = document.querySelector('[data-painted=true]') !== null;
          if (!isThere || middle() === before || middle() === '0,0,0,0') {
            requestAnimationFrame(look);
            return;
          }
          // What this frame's callbacks drew is on the screen when the task after them comes.
          setTimeout(() => took.push(performance.now() - from));
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  }, key);
  return () => page.evaluate(() => Reflect.get(window, 'took'));
}
