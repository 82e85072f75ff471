import type { Page } from '@playwright/test';
import type { Answers } from '../route-plan.ts';

const WAIT_MS = 20_000;

/** Waits until the page stands still: what its state promises is there, fonts are loaded, two frames were drawn. */
export async function settle(page: Page, answers: Answers): Promise<void> {
  const loading = '[role=status] .animate-pulse, main .animate-pulse, [aria-busy=true]';
  if (answers === 'held') {
    await page.locator(loading).first().waitFor({ timeout: WAIT_MS });
  } else {
    if (answers === 'failed') {
      await page.locator('main [role=alert]').first().waitFor({ timeout: WAIT_MS });
    }
    await page.waitForFunction(
      ({ selector, isFailed }) =>
        document.querySelector('h1') !== null &&
        // A request that failed by itself, on a busy machine, is asked again.
        (isFailed ||
          ![...document.querySelectorAll('main [role=alert] button')].some(
            (each) => each.textContent === 'Try again',
          )) &&
        [...document.querySelectorAll(selector)].every((each) => !each.checkVisibility()),
      { selector: loading, isFailed: answers === 'failed' },
      { timeout: WAIT_MS },
    );
  }
  await draw(page);
}

/** Waits for fonts, running transitions and two frames. */
export async function draw(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const running = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(running.map((each) => each.finished));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
