import type { Problem, ProblemCode } from './verification-report.ts';

/** Where a problem is; what is left out is null. */
export interface ProblemPlace {
  readonly line: number;
  readonly entry?: number;
  readonly checkpoint?: number;
}

/** Collects problems up to a limit, counts them all. */
export interface ProblemList {
  readonly add: (code: ProblemCode, place: ProblemPlace, message: string) => void;
  readonly count: () => number;
  /** The first `limit` that were added, by line. */
  readonly sorted: () => Problem[];
}

export function problemList(limit: number): ProblemList {
  const kept: Problem[] = [];
  let count = 0;
  return {
    add: (code, { line, entry = null, checkpoint = null }: ProblemPlaceOrNull, message) => {
      count += 1;
      if (kept.length < limit) kept.push({ code, line, entry, checkpoint, message });
    },
    count: () => count,
    sorted: () => kept.toSorted((a, b) => a.line - b.line),
  };
}

interface ProblemPlaceOrNull {
  readonly line: number;
  readonly entry?: number | null;
  readonly checkpoint?: number | null;
}
