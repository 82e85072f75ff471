/** Three columns by their numbers, ascending. */
export type Triple = readonly [number, number, number];

/** Up to four columns, ascending, that are counted together, and the triples that are read from the count. */
export type TripleGroup = { readonly columns: readonly number[]; readonly triples: readonly Triple[] };

/**
 * Groups of at most four columns such that each triple lies in one: four columns counted once give four triples. A
 * triple that is not covered yet takes the fourth column that covers most of the others that are not (the first of
 * equals), or none. Groups come in ascending order of columns.
 */
export function coverTriples(triples: readonly Triple[], columns: number): TripleGroup[] {
  const open = new Map(triples.map((triple) => [keyOf(triple), triple]));
  const groups: TripleGroup[] = [];
  for (const triple of triples) {
    if (!open.has(keyOf(triple))) continue;
    let best: Triple[] = [triple];
    let group: readonly number[] = triple;
    for (let fourth = 0; fourth < columns; fourth += 1) {
      if (triple.includes(fourth)) continue;
      const four = [...triple, fourth].sort((a, b) => a - b);
      const covered = subsets(four).filter((each) => open.has(keyOf(each)));
      if (covered.length <= best.length) continue;
      best = covered;
      group = four;
    }
    for (const each of best) open.delete(keyOf(each));
    groups.push({ columns: group, triples: best });
  }
  return groups.sort((a, b) => a.columns[0]! - b.columns[0]! || a.columns[1]! - b.columns[1]!);
}

export function keyOf([a, b, c]: Triple): string {
  return `${a},${b},${c}`;
}

function subsets([a, b, c, d]: readonly number[]): Triple[] {
  return [
    [a!, b!, c!],
    [a!, b!, d!],
    [a!, c!, d!],
    [b!, c!, d!],
  ];
}
