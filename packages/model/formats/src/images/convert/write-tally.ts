import type { GeometryKind } from '@assay/contracts';
import type { Conversion, DocumentThing } from '../format-table.ts';

/** Why something is not in what was written. */
export type DropReason =
  /** The format cannot say it. */
  | 'not-in-format'
  /** Nothing is left of it in the format: an empty mask, a skeleton without a placed joint. */
  | 'empty'
  /** Its label has no skeleton, or not this joint. */
  | 'no-joint'
  /** Its label is not among the labels of the document. */
  | 'unknown-label'
  /** The format means something else by the name of the attribute. */
  | 'taken-name'
  /** A mask is not of the size of its image, or no mask. */
  | 'faulty'
  /** Another image has the same name in this format. */
  | 'same-name';

/** What something became: a region of another kind, one of the `CONVERSIONS`, or a skeleton without some of its joints. */
export type ConvertedTo = GeometryKind | Conversion | 'fewer-joints';

export type WrittenThing = GeometryKind | DocumentThing | 'image';

/** What writing did to a document. */
export type WriteReport = {
  readonly images: number;
  readonly regions: number;
  /** By thing, then by what it was converted to: a kind of region or a `Conversion`. */
  readonly converted: readonly {
    readonly thing: WrittenThing;
    readonly to: string;
    readonly count: number;
  }[];
  readonly dropped: readonly {
    readonly thing: WrittenThing;
    readonly why: DropReason;
    readonly count: number;
  }[];
};

export type WriteTally = {
  readonly image: (regions: number) => void;
  readonly convert: (thing: WrittenThing, to: ConvertedTo, count?: number) => void;
  readonly drop: (thing: WrittenThing, why: DropReason, count?: number) => void;
  readonly report: () => WriteReport;
};

export function createWriteTally(): WriteTally {
  let [images, regions] = [0, 0];
  const converted = new Map<string, number>();
  const dropped = new Map<string, number>();
  const add = (counts: Map<string, number>, thing: string, what: string, count: number) => {
    if (count > 0) counts.set(`${thing} ${what}`, (counts.get(`${thing} ${what}`) ?? 0) + count);
  };
  const rows = <Row>(
    counts: Map<string, number>,
    row: (thing: WrittenThing, what: string, count: number) => Row,
  ) =>
    [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => {
        const [thing, what] = key.split(' ') as [WrittenThing, string];
        return row(thing, what, count);
      });
  return {
    image: (more) => {
      images += 1;
      regions += more;
    },
    convert: (thing, to, count = 1) => add(converted, thing, to, count),
    drop: (thing, why, count = 1) => add(dropped, thing, why, count),
    report: () => ({
      images,
      regions,
      converted: rows(converted, (thing, to, count) => ({ thing, to: to as ConvertedTo, count })),
      dropped: rows(dropped, (thing, why, count) => ({ thing, why: why as DropReason, count })),
    }),
  };
}
