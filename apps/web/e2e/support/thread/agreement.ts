import { QUESTION } from './batch.ts';
import type { Cast } from './cast.ts';
import type { Said } from './label.ts';
import { expect } from './patient.ts';

/**
 * Agreement in per cent and Krippendorff's alpha for nominal data (Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011) of two people who both answered every row.
 */
export function agreementOf(
  one: readonly Said[],
  other: readonly Said[],
): { percent: number; alpha: number } {
  const second = new Map(other.map(({ row, verdict }) => [row, verdict]));
  const counts = new Map<string, number>();
  let same = 0;
  for (const { row, verdict } of one) {
    const answer = second.get(row) ?? 'nothing';
    if (answer === verdict) same += 1;
    for (const each of [verdict, answer]) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const n = 2 * one.length;
  const byChance = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
  const percent = same / one.length;
  return { percent, alpha: 1 - (1 - percent) / (1 - byChance) };
}

/** The manager reads on screen what the answers themselves say. */
export async function seeAgreement(
  { manager: { page }, project }: Cast,
  { percent, alpha }: { percent: number; alpha: number },
): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Agreement', exact: true }).click();
  const table = page.getByRole('table', { name: `Agreement on “${QUESTION}”` });
  await expect(table.getByRole('row', { name: /^Agreement in per cent/ })).toContainText(
    `${Math.round(100 * percent)}%`,
  );
  await expect(table.getByRole('row', { name: /^Krippendorff/ })).toContainText(alpha.toFixed(3));
}
