import type { Labels } from './exposition.ts';

/** So that a label that follows user input cannot fill the memory. */
const MOST_SERIES = 1_000;
const OTHER = 'other';

/** One state per combination of label values; beyond 1,000 of them, all others share one labelled `other`. */
export class LabelSeries<State> {
  readonly #names: readonly string[];
  readonly #begin: () => State;
  readonly #states = new Map<string, { labels: Labels; state: State }>();

  constructor(names: readonly string[], begin: () => State) {
    this.#names = names;
    this.#begin = begin;
    // without labels there is one series, and it is there from the start
    if (names.length === 0) this.of({});
  }

  of(labels: Labels): State {
    const values = this.#names.map((name) => labels[name] ?? '');
    const known = this.#states.get(JSON.stringify(values));
    if (known !== undefined) return known.state;
    const full = this.#states.size >= MOST_SERIES;
    const kept = full ? values.map(() => OTHER) : values;
    const key = JSON.stringify(kept);
    const shared = this.#states.get(key);
    if (shared !== undefined) return shared.state;
    const state = this.#begin();
    const named = Object.fromEntries(this.#names.map((name, index) => [name, kept[index] ?? '']));
    this.#states.set(key, { labels: named, state });
    return state;
  }

  all(): Iterable<{ labels: Labels; state: State }> {
    return this.#states.values();
  }
}
