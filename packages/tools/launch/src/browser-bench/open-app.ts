import { CHROMIUM_ARGUMENTS, eventually, resolveChromium } from '@assay/testkit';
import { chromium, type Page } from '@playwright/test';
import { type ApiSession, signUp } from '../api-session.ts';
import { startAppUnderTest } from '../app-under-test.ts';

export type OpenedApp = { page: Page; stop: () => Promise<void> };

export const LONG = { timeout: 180_000, interval: 250 };

export async function finished({ api }: ApiSession, jobId: string): Promise<void> {
  await eventually(async () => {
    const { status } = await api.job.get.query({ jobId });
    if (status !== 'SUCCEEDED') throw new Error(`The job is ${status}.`);
  }, LONG);
}

/**
 * A whole installation, in a browser whose every request takes `delayMs` longer.
 *
 * @param make what is to be there; gives the path of the page that is opened
 */
export async function openApp(of: {
  delayMs: number;
  make: (session: ApiSession) => Promise<string>;
}): Promise<OpenedApp> {
  const app = await startAppUnderTest({ demo: false });
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  const stop = async () => {
    await browser.close();
    await app.stop();
  };
  try {
    const email = `bench-${Date.now()}@bench.example`;
    const session = await signUp(app.url, { name: 'Bench', email, password: 'a long enough password' });
    const path = await of.make(session);
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const { hostname } = new URL(app.url);
    await context.addCookies(
      session.cookies().map(({ name, value }) => ({ name, value, domain: hostname, path: '/' })),
    );
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: of.delayMs,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.goto(new URL(path, app.url).href);
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What was opened, once something of it is there; it is stopped where that never comes. */
export async function untilThere(opened: OpenedApp, there: Promise<unknown>): Promise<OpenedApp> {
  try {
    await there;
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}
