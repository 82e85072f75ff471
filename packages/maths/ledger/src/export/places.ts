/** A run of places that should have come and did not. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The line before which they should stand. */
  readonly line: number;
}

/** What a numbered line turned out to be. */
export type Placing = 'next' | 'late' | 'twice';

/** Follows numbered lines (1, 2, 3, ...) and finds those that are missing, late or there twice. */
export interface Places {
  /** The number that should come next. */
  readonly expected: () => number;
  /** A line that should have been numbered but cannot be read: it takes a place that is then not missing. */
  readonly skipDamaged: () => void;
  readonly place: (number: number, line: number) => Placing;
  /** All gaps, given that `total` were expected. */
  readonly gaps: (total: number, line: number) => readonly Gap[];
}

/** Further gaps are not listed, to bound memory and work: the file does not verify anyway. */
const MAX_OPEN_GAPS = 1000;

export function places(): Places {
  let last = 0;
  let damaged = 0;
  let open: Gap[] = [];
  const openGap = (to: number, line: number): void => {
    const from = last + 1 + damaged;
    if (from < to && open.length < MAX_OPEN_GAPS) open.push({ from, to, line });
  };
  return {
    expected: () => last + 1 + damaged,
    skipDamaged: () => {
      damaged += 1;
    },
    place: (number, line) => {
      if (number > last) {
        openGap(number, line);
        last = number;
        damaged = 0;
        return 'next';
      }
      const gap = open.find(({ from, to }) => from <= number && number < to);
      if (gap === undefined) return 'twice';
      open = open.flatMap((other) => (other === gap ? split(gap, number) : [other]));
      return 'late';
    },
    gaps: (total, line) => {
      openGap(total + 1, line);
      return open;
    },
  };
}

function split({ from, to, line }: Gap, number: number): Gap[] {
  const parts = [
    { from, to: number, line },
    { from: number + 1, to, line },
  ];
  return parts.filter((part) => part.from < part.to);
}
