/** A queue of places by whole-number keys, of which none in it is more than `most` above the least. */
export type Buckets = {
  put(place: number, key: number): void;
  /** Gives a place that is in the queue a smaller key. */
  move(place: number, from: number, to: number): void;
  /** The place of the least key, the last one that was put among equal ones; -1: none is left. */
  take(): number;
};

const NOBODY = -1;

/**
 * Dial's queue: a ring of `most` + 1 lists, so that putting, moving and taking cost the same however many there are.
 *
 * Source: Dial, "Algorithm 360: shortest-path forest with topological ordering", CACM 12 (1969).
 */
export function createBuckets(places: number, most: number): Buckets {
  const size = most + 1;
  const heads = new Int32Array(size).fill(NOBODY);
  const next = new Int32Array(places);
  const previous = new Int32Array(places);
  let key = 0;
  let count = 0;

  const link = (place: number, bucket: number): void => {
    const head = heads[bucket]!;
    next[place] = head;
    previous[place] = NOBODY;
    if (head !== NOBODY) previous[head] = place;
    heads[bucket] = place;
  };
  const unlink = (place: number, bucket: number): void => {
    const [before, after] = [previous[place]!, next[place]!];
    if (before === NOBODY) heads[bucket] = after;
    else next[before] = after;
    if (after !== NOBODY) previous[after] = before;
  };
  return {
    put: (place, at) => {
      link(place, at % size);
      count += 1;
    },
    move: (place, from, to) => {
      unlink(place, from % size);
      link(place, to % size);
    },
    take: () => {
      if (count === 0) return NOBODY;
      while (heads[key % size] === NOBODY) key += 1;
      const place = heads[key % size]!;
      unlink(place, key % size);
      count -= 1;
      return place;
    },
  };
}
