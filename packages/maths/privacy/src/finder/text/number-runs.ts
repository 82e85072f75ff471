import type { DigitGroups } from '../rules/phone-shape.ts';
import { isDigit, isLetter } from './char-classes.ts';

/** A run of digit groups in a text: where each group begins, and where the run stands. */
export interface NumberRun extends DigitGroups {
  readonly starts: readonly number[];
  /** Begins at the plus sign or parenthesis where there is one. */
  readonly start: number;
  readonly end: number;
}

const MAX_GROUPS = 14;
const SEPARATORS = ' \u00a0\u2009\u202f-.\u2013\u2011()/';

function gluedBefore(text: string, at: number): boolean {
  if (at < 0) return false;
  const code = text.charCodeAt(at);
  if (isLetter(code) || isDigit(code) || code === 95) return true;
  const mark = text.charAt(at);
  if ('#$€£¥₹@=\\%&'.includes(mark)) return mark !== '=' && mark !== '&';
  if (mark === '-' || mark === '/' || mark === '.') {
    const before = at > 0 ? text.charCodeAt(at - 1) : 32;
    return (
      isDigit(before) || before === 95 || (mark !== '.' && isLetter(before) && mark !== '/') || mark === '-'
    );
  }
  return false;
}

/**
 * Reads runs of digit groups (spaces, dots, hyphens, slashes and parentheses between), left to right, in linear
 * time. Groups that are part of a word (`AB12`, `12kg`), an amount or a time are left out; runs of more than
 * fourteen groups are skipped whole.
 */
export function numberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = [];
  let i = 0;
  while (i < text.length) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const run = readRun(text, i);
    if (run.found !== undefined) runs.push(run.found);
    i = run.next;
  }
  return runs;
}

function readRun(text: string, first: number): { found: NumberRun | undefined; next: number } {
  let start = first;
  let plus = false;
  let parenthesis = false;
  if (start > 0 && text.charAt(start - 1) === '(') {
    parenthesis = true;
    start--;
    if (start > 0 && text.charAt(start - 1) === '+') {
      plus = true;
      start--;
    }
  }
  if (start > 0 && text.charAt(start - 1) === '+') {
    plus = true;
    start--;
    if (start > 0 && text.charAt(start - 1) === '(') {
      parenthesis = true;
      start--;
    }
  }
  const bad = gluedBefore(text, start - 1);
  const groups: string[] = [];
  const starts: number[] = [];
  const separators: string[] = [];
  let at = first;
  let end = first;
  let overflow = false;
  for (;;) {
    const from = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at++;
    if (groups.length < MAX_GROUPS) {
      groups.push(text.slice(from, Math.min(at, from + 40)));
      starts.push(from);
    } else overflow = true;
    end = at;
    let next = at;
    while (next < text.length && next - at < 3 && SEPARATORS.includes(text.charAt(next))) next++;
    if (next === at || next >= text.length || !isDigit(text.charCodeAt(next))) break;
    const between = text
      .slice(at, next)
      .replace(/[\u00a0\u2009\u202f]/g, ' ')
      .replace(/[\u2013\u2011]/g, '-');
    if (between.includes('(') && groups.length <= 2) parenthesis = true;
    if (!overflow) separators.push(between);
    at = next;
  }
  const next = end;
  if (overflow || (bad && groups.length === 1)) return { found: undefined, next };
  const after = next < text.length ? text.charCodeAt(next) : 32;
  const colonTime = after === 58 && next + 1 < text.length && isDigit(text.charCodeAt(next + 1));
  const thousands =
    after === 44 && next + 1 < text.length && isDigit(text.charCodeAt(next + 1)) && groups.length === 1;
  const extension = /^x\.?\s?\d/i.test(text.slice(next, next + 4));
  if ((isLetter(after) && !extension) || after === 95 || after === 37 || colonTime || thousands) {
    groups.pop();
    starts.pop();
    separators.pop();
  }
  let drop = 0;
  if (bad) drop = separators.findIndex((text) => text.includes(' ')) + 1 || groups.length;
  if (groups.length - drop <= 0) return { found: undefined, next };
  const last = groups.length - 1;
  return {
    found: {
      groups: groups.slice(drop),
      starts: starts.slice(drop),
      separators: separators.slice(drop),
      plus: plus && drop === 0,
      parenthesis: parenthesis && drop === 0,
      start: drop === 0 ? start : (starts[drop] ?? start),
      end: (starts[last] ?? first) + (groups[last] ?? '').length,
    },
    next,
  };
}
