import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startAppUnderTest } from '../app-under-test.ts';
import { LaunchError } from '../fail.ts';
import { assayHome, root } from '../root.ts';
import { checkPlans } from './check-plans.ts';
import { contactSheet } from './contact-sheet.ts';
import { openPages } from './open-pages.ts';
import { PLANS } from './plans/all-plans.ts';
import { readArguments, SHOTS_HELP, type ShotsArguments } from './read-arguments.ts';
import { pageRoutes } from './read-routes.ts';
import { type RoutePlan, type Shot, shotsOf } from './route-plan.ts';
import { type Visit, visit } from './visit.ts';
import { buildWorld } from './world/build-world.ts';

/** At once; the browser and the server share the machine. */
const AT_ONCE = 3;
const PICTURE = /--\d+-(light|dark|broken)\.png$/;
const MANIFEST = 'apps/web/.next/app-path-routes-manifest.json';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Opens every page of the built application in every state, takes pictures, and fails on what nobody should see. */
export async function shots(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.help) {
    print(SHOTS_HELP);
    return 0;
  }
  const out = path.resolve(asked.out ?? path.join(assayHome(), 'shots'));
  const given = process.env.ASSAY_E2E_URL;
  const app = given === undefined ? await startAppUnderTest({ demo: true }) : null;
  try {
    const manifest = JSON.parse(await readFile(path.join(root, MANIFEST), 'utf8')) as Record<string, string>;
    const missing = checkPlans(pageRoutes(manifest), PLANS);
    for (const problem of missing) print(`FAIL ${problem}`);
    const url = given ?? app?.url ?? '';
    const visits = await visitAll(url, choose(asked), out);
    const failed = visits.filter((each) => problemsOf(each).length > 0).length + missing.length;
    print(`Pictures: ${path.join(out, 'index.html')}`);
    print(`${visits.length - (failed - missing.length)} passed, ${failed} failed`);
    return failed === 0 && visits.length > 0 ? 0 : 1;
  } finally {
    await app?.stop();
  }
}

type Chosen = { plan: RoutePlan; state: string; shot: Shot };

function choose({ only, states }: ShotsArguments): Chosen[] {
  const chosen = PLANS.filter((plan) => only === null || plan.route.includes(only)).flatMap((plan) =>
    shotsOf(plan)
      .filter(([state]) => states === null || states.has(state))
      .map(([state, shot]) => ({ plan, state, shot })),
  );
  if (chosen.length === 0) throw new LaunchError('No route and state is named so.');
  return chosen;
}

async function visitAll(url: string, chosen: readonly Chosen[], out: string): Promise<Visit[]> {
  await mkdir(out, { recursive: true });
  // The folder may hold other things: only pictures of an earlier run go.
  for (const file of await readdir(out)) if (PICTURE.test(file)) await rm(path.join(out, file));
  const { world, sessions } = await buildWorld(url);
  const pages = await openPages(url, sessions);
  const visits: (Visit | undefined)[] = chosen.map(() => undefined);
  const printed = new Set<string>();
  let next = 0;
  const work = async () => {
    for (let at = next; at < chosen.length; at = next) {
      next += 1;
      const one = chosen[at];
      if (one === undefined) return;
      const page = await pages.open(one.shot.as);
      visits[at] = await visit(page, { ...one, world, url, out });
      await page.close();
      report(one.plan.route, chosen, visits, printed);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await pages.close();
  }
  const all = visits.filter((each) => each !== undefined);
  await writeFile(path.join(out, 'index.html'), contactSheet(all));
  return all;
}

function problemsOf({ problems, pictures }: Visit): string[] {
  const lines = new Set<string>();
  for (const { kind, detail } of problems) lines.add(`${kind}: ${detail}`);
  for (const { width, theme, problems: found } of pictures) {
    for (const { kind, detail } of found) lines.add(`${width} ${theme} ${kind}: ${detail}`);
  }
  return [...lines];
}

/** One line for a route as soon as all its states were seen, and a line below for each problem. */
function report(
  route: string,
  chosen: readonly Chosen[],
  visits: readonly (Visit | undefined)[],
  printed: Set<string>,
): void {
  const mine = visits.filter((_, at) => chosen[at]?.plan.route === route);
  const seen = mine.filter((each) => each !== undefined);
  if (seen.length < mine.length || printed.has(route)) return;
  printed.add(route);
  const bad = seen.filter((each) => problemsOf(each).length > 0);
  print(`${bad.length === 0 ? 'ok  ' : 'FAIL'} ${route}: ${seen.map((each) => each.state).join(', ')}`);
  for (const each of bad) for (const line of problemsOf(each)) print(`       ${each.state}: ${line}`);
}
