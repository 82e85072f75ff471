import type { Judged } from './bars.ts';
import type { Figure } from './figure.ts';

/** One figure as a line: what was measured, the value, its unit. */
export function figureLine(part: string, { name, value, unit }: Figure): string {
  return `${part.padEnd(16)} ${name.padEnd(72)} ${numberOf(value).padStart(12)} ${unit}\n`;
}

/** The bars as a table, and how many are met. */
export function barLines(judged: readonly Judged[]): string {
  const lines = judged.map((bar) => {
    const { measure, value, unit, bound, limit, missedBy } = bar;
    const measured = value === undefined ? '' : `${numberOf(value)} ${unit}`.trim();
    const wanted = `${bound} ${numberOf(limit)}`;
    return `${measure.padEnd(56)} ${measured.padStart(16)}   ${wanted.padEnd(18)} ${resultOf(missedBy)}\n`;
  });
  const count = (is: (bar: Judged) => boolean) => judged.filter(is).length;
  const met = count(({ missedBy }) => missedBy === 0);
  const notRun = count(({ missedBy }) => missedBy === undefined);
  const missed = judged.length - met - notRun;
  return `${'bar'.padEnd(56)} ${'measured'.padStart(16)}   ${'bar'.padEnd(18)} result\n${lines.join('')}${met} met, ${missed} missed, ${notRun} not run\n`;
}

function resultOf(missedBy: number | undefined): string {
  if (missedBy === undefined) return 'not run';
  if (missedBy === 0) return 'met';
  return Number.isFinite(missedBy) ? `missed by ${(100 * missedBy).toFixed(1)}%` : 'missed';
}

function numberOf(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
