import type { Page } from '@playwright/test';
import { BATCH } from './batch.ts';
import type { Cast, Player } from './cast.ts';
import { expect } from './patient.ts';

export type Verdict = 'Sound' | 'Unsound';
/** What somebody sees of a row and says of it; rows are known by the number that every screen gives them. */
export type Said = { row: number; speed: number | null; verdict: Verdict };

export const SPEED = 'Speed IAS in knots';
const KEYS: Record<Verdict, string> = { Sound: '1', Unsound: '2' };

async function speedOf(page: Page): Promise<number | null> {
  const line = page.getByRole('table').getByRole('row').filter({ hasText: SPEED });
  const [shown = ''] = await line.getByRole('cell').first().allInnerTexts();
  const speed = Number.parseFloat(shown);
  return Number.isNaN(speed) ? null : speed;
}

/** Somebody goes to the project to label, and a row is there. */
export async function openDesk({ project }: Cast, { page }: Player): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Label', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: BATCH })).toBeVisible();
}

/** Labels as many rows as there are, or as are wanted, by keys alone. */
export async function labelRows(
  page: Page,
  want: number,
  say: (row: number, at: number) => Verdict,
): Promise<Said[]> {
  const said: Said[] = [];
  for (let at = 0; at < want; at += 1) {
    const place = page.getByRole('region', { name: /^Row \d+$/ });
    const row = Number((await place.getAttribute('aria-label'))?.slice(4));
    const speed = await speedOf(page);
    const verdict = say(row, at);
    await page.keyboard.press(KEYS[verdict]);
    await expect(page.getByRole('button', { name: new RegExp(`^${verdict}`) })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: `Row ${row}`, exact: true })).toHaveCount(0);
    said.push({ row, speed, verdict });
  }
  return said;
}

export type Disagreement = {
  /** The row that is the fastest, and those that are as fast: the pattern. */
  fast: number;
  limit: number;
  matched: ReadonlySet<number>;
  /** Rows that an expert settles one by one. */
  settled: readonly [number, number];
};

/** Three rows of which the second person will say otherwise than the first: one of a pattern, two beside it. */
export function planDisagreement(said: readonly Said[]): Disagreement {
  const limit = Math.max(...said.map(({ speed }) => speed ?? 0));
  const matched = new Set(said.filter(({ speed }) => speed === limit).map(({ row }) => row));
  const [fast] = matched;
  const [first, second] = said.filter(({ row }) => !matched.has(row)).map(({ row }) => row);
  if (fast === undefined || first === undefined || second === undefined) {
    throw new Error('These rows are all equally fast.');
  }
  return { fast, limit, matched, settled: [first, second] };
}

export const opposite = (verdict: Verdict): Verdict => (verdict === 'Sound' ? 'Unsound' : 'Sound');
