import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerRequests } from './browser/answer-requests.ts';
import { checkAxe } from './browser/check-axe.ts';
import { collectFacts } from './browser/collect-facts.ts';
import { draw, settle } from './browser/settle.ts';
import { walkByKeyboard } from './browser/walk-by-keyboard.ts';
import { judgePage } from './judge/judge-page.ts';
import type { Problem } from './judge/page-facts.ts';
import { matchesRoute } from './read-routes.ts';
import type { RoutePlan, Shot } from './route-plan.ts';
import type { World } from './world/build-world.ts';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;
/** Longer pictures are cut: nobody looks at them. */
const HIGHEST_PX = 8000;
const THEMES = ['light', 'dark'] as const;

export type Picture = { file: string; width: number; theme: string; problems: Problem[] };
export type Visit = { route: string; state: string; pictures: Picture[]; problems: Problem[] };

/** Names of routes and states as names of files. */
export function fileName(route: string, state: string, width: number, theme: string): string {
  const plain = (text: string) => text.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${plain(route) || 'start'}--${plain(state)}--${width}-${theme}.png`;
}

/** Opens one state of a route, takes its pictures at each width and in each theme, and says what is wrong with it. */
export async function visit(
  page: Page,
  {
    plan,
    state,
    shot,
    world,
    url,
    out,
  }: {
    plan: RoutePlan;
    state: string;
    shot: Shot;
    world: World;
    url: string;
    out: string;
  },
): Promise<Visit> {
  const done: Visit = { route: plan.route, state, pictures: [], problems: [] };
  const say = (kind: string, detail: string) => done.problems.push({ kind, detail });
  listen(page, shot, say);
  try {
    const address = shot.at(world);
    if (!matchesRoute(plan.route, address) && !plan.route.startsWith('/_')) {
      say('plan', `${address} is no address of this route`);
    }
    await answerRequests(page, shot);
    await page.setViewportSize(SIZES[0]);
    await page.goto(new URL(address, url).href, { waitUntil: 'load' });
    // What a person does first may be what fails.
    await settle(page, shot.after === undefined ? (shot.answers ?? 'real') : 'real');
    if (shot.shows !== undefined) {
      await page.getByText(shot.shows).first().waitFor({ timeout: 10_000 });
    }
    if (state === 'full') {
      const scrolled = await page.evaluateHandle(
        () =>
          new Map(
            [...document.querySelectorAll('*')].map((node) => [node, [node.scrollLeft, node.scrollTop]]),
          ),
      );
      for (const problem of await walkByKeyboard(page)) say(problem.kind, problem.detail);
      // What the focus scrolled on its way is shown as it was opened.
      await page.evaluate((before) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        for (const [node, [left = 0, top = 0]] of before) node.scrollTo({ left, top, behavior: 'instant' });
        window.scrollTo(0, 0);
      }, scrolled);
      await scrolled.dispose();
    }
    if (shot.after !== undefined) await shot.after(page);
    await mkdir(out, { recursive: true });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        done.pictures.push(await takePicture(page, { plan, state, shot, theme, width: size.width, out }));
      }
    }
    if ((await page.title()).trim() === '') say('title', 'the page has no title');
  } catch (error) {
    say('not shown', error instanceof Error ? (error.message.split('\n', 2).join(' ') ?? '') : String(error));
    await page
      .screenshot({ path: path.join(out, fileName(plan.route, state, 0, 'broken')) })
      .catch(() => null);
  }
  return done;
}

async function takePicture(
  page: Page,
  {
    plan,
    state,
    shot,
    theme,
    width,
    out,
  }: {
    plan: RoutePlan;
    state: string;
    shot: Shot;
    theme: (typeof THEMES)[number];
    width: number;
    out: string;
  },
): Promise<Picture> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
    // What an act scrolled half below a bar that sticks to the window is no target there.
    window.scrollTo(0, 0);
  }, theme);
  await draw(page);
  const file = fileName(plan.route, state, width, theme);
  // What a theme can break is contrast; boxes and names are the same in both.
  const problems =
    theme === 'light'
      ? [...judgePage(await page.evaluate(collectFacts)), ...(await checkAxe(page))]
      : await checkAxe(page, 'colours');
  // After what is judged, for the same reason.
  await shot.inMiddle?.(page).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await photograph(page, path.join(out, file), shot.inWindow === true);
  if (shot.inMiddle !== undefined) await page.evaluate(() => window.scrollTo(0, 0));
  return { file, width, theme, problems };
}

/**
 * The whole page, in a window as high as the page: what sticks to an edge of the window is where it would be at the
 * end of scrolling. What lies over the page (a dialog, a menu) is shown in the window that it was opened in.
 */
async function photograph(page: Page, file: string, inWindow: boolean): Promise<void> {
  const window = page.viewportSize() ?? SIZES[0];
  const needed = await page.evaluate(
    (window) =>
      !window && document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null
        ? document.documentElement.scrollHeight
        : 0,
    inWindow,
  );
  const isHigher = needed > window.height;
  if (isHigher) {
    await page.setViewportSize({ width: window.width, height: Math.min(needed, HIGHEST_PX) });
    await draw(page);
  }
  // What is as high as a part of the window has grown with it.
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', fullPage: isHigher });
  if (isHigher) await page.setViewportSize(window);
}

/** Errors of the page and its console, except those that the state is there to bring about. */
function listen(page: Page, shot: Shot, say: (kind: string, detail: string) => void): void {
  page.on('pageerror', (error) => say('page error', error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    if (shot.provokes?.test(text) !== true) say('console', text.slice(0, 300));
  });
}
