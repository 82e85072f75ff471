import { CHROMIUM_ARGUMENTS, resolveChromium } from '@assay/testkit';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { ApiSession } from '../api-session.ts';
import type { Viewer } from './route-plan.ts';

export type Pages = { open: (viewer: Viewer) => Promise<Page>; close: () => Promise<void> };

/** Pages of one browser, each seen as one person who is signed in already. */
export async function openPages(
  url: string,
  sessions: Readonly<Record<Exclude<Viewer, 'nobody'>, ApiSession>>,
): Promise<Pages> {
  const browser: Browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  const contexts = new Map<Viewer, Promise<BrowserContext>>();
  const contextOf = async (viewer: Viewer): Promise<BrowserContext> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    // Functions that are sent to the page carry a mark of the compiler that only Node knows.
    await context.addInitScript('globalThis.__name = (value) => value');
    if (viewer !== 'nobody') {
      const { hostname } = new URL(url);
      const cookies = sessions[viewer].cookies();
      await context.addCookies(
        cookies.map(({ name, value }) => ({ name, value, domain: hostname, path: '/' })),
      );
    }
    return context;
  };
  return {
    open: async (viewer) => {
      const context = contexts.get(viewer) ?? contextOf(viewer);
      contexts.set(viewer, context);
      return (await context).newPage();
    },
    close: () => browser.close(),
  };
}
