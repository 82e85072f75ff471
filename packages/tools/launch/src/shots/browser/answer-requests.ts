import type { Page } from '@playwright/test';
import type { Shot } from '../route-plan.ts';

const DATA = /\/api\/(trpc|auth)\//;

/** Holds or fails the requests for data that the shot is about; what the shot does not name is answered. */
export async function answerRequests(page: Page, shot: Shot): Promise<void> {
  const { answers = 'real', only } = shot;
  if (answers === 'real') return;
  await page.route(DATA, async (route) => {
    const { pathname } = new URL(route.request().url());
    const procedures = pathname.slice(pathname.lastIndexOf('/') + 1).split(',');
    if (only !== undefined && !procedures.some((each) => only.includes(each))) return route.continue();
    // Held: never answered; the page closes with it.
    if (answers === 'failed') return route.fulfill({ status: 500, body: 'Internal Server Error' });
  });
}
