import { formatHeader, formatNumber, formatSample } from './exposition.ts';
import { LabelSeries } from './label-series.ts';

export type LabelValues<L extends string> = Readonly<Record<L, string>>;

export type MetricOptions<L extends string> = {
  /** With its unit, in base units: `assay_http_request_seconds`; counters end in `_total`. */
  name: string;
  help: string;
  /** Names of labels with few values each: never ids, never what a user typed. */
  labels: readonly L[];
};

export type Counter<L extends string> = { add(labels: LabelValues<L>, by?: number): void };
export type Gauge<L extends string> = { set(labels: LabelValues<L>, value: number): void };
export type Histogram<L extends string> = { observe(labels: LabelValues<L>, value: number): void };

export type Metrics = {
  /** Only grows, by finite amounts of at least 0. */
  counter<L extends string>(options: MetricOptions<L>): Counter<L>;
  gauge<L extends string>(options: MetricOptions<L>): Gauge<L>;
  /** Counts values up to each of `buckets`: upper bounds, inclusive, ascending, without infinity. */
  histogram<L extends string>(options: MetricOptions<L> & { buckets?: readonly number[] }): Histogram<L>;
  /** All metrics, in the order of their making, in the Prometheus text format (`EXPOSITION_TYPE`). */
  text(): string;
};

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Seconds, from a quick query to a slow request. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function checkAscending(buckets: readonly number[]): void {
  const rising = buckets.every(
    (bound, index) => Number.isFinite(bound) && bound > (buckets[index - 1] ?? -Infinity),
  );
  if (!rising) throw new RangeError(`Buckets must be finite and ascending: ${buckets.join(', ')}`);
}

/** Keeps counts of what a process does. Names are checked and given once: both are errors of the program. */
export function createMetrics(): Metrics {
  const writers = new Map<string, () => string>();

  function register(
    type: string,
    { name, help, labels }: MetricOptions<string>,
    samples: () => string,
  ): void {
    if (!NAME.test(name)) throw new RangeError(`Not a metric's name: ${name}`);
    if (writers.has(name)) throw new RangeError(`There is a metric ${name} already.`);
    for (const label of labels) {
      if (!LABEL.test(label) || label === 'le') throw new RangeError(`Not a label's name: ${label}`);
    }
    writers.set(name, () => formatHeader(name, help, type) + samples());
  }

  return {
    counter: (options) => {
      const series = new LabelSeries(options.labels, () => ({ value: 0 }));
      register('counter', options, () =>
        [...series.all()]
          .map(({ labels, state }) => formatSample(options.name, labels, state.value))
          .join(''),
      );
      return {
        add: (labels, by = 1) => {
          if (!Number.isFinite(by) || by < 0) throw new RangeError(`A counter cannot grow by ${by}.`);
          series.of(labels).value += by;
        },
      };
    },
    gauge: (options) => {
      const series = new LabelSeries(options.labels, () => ({ value: 0 }));
      register('gauge', options, () =>
        [...series.all()]
          .map(({ labels, state }) => formatSample(options.name, labels, state.value))
          .join(''),
      );
      return {
        set: (labels, value) => {
          series.of(labels).value = value;
        },
      };
    },
    histogram: (options) => {
      const { name, buckets = SECONDS } = options;
      checkAscending(buckets);
      const series = new LabelSeries(options.labels, () => ({
        counts: buckets.map(() => 0),
        count: 0,
        sum: 0,
      }));
      register('histogram', options, () => {
        let text = '';
        for (const { labels, state } of series.all()) {
          let below = 0;
          for (const [index, bound] of buckets.entries()) {
            below += state.counts[index] ?? 0;
            text += formatSample(`${name}_bucket`, { ...labels, le: formatNumber(bound) }, below);
          }
          text += formatSample(`${name}_bucket`, { ...labels, le: '+Inf' }, state.count);
          text += formatSample(`${name}_sum`, labels, state.sum);
          text += formatSample(`${name}_count`, labels, state.count);
        }
        return text;
      });
      return {
        observe: (labels, value) => {
          if (Number.isNaN(value)) throw new RangeError('A histogram cannot count NaN.');
          const state = series.of(labels);
          const index = buckets.findIndex((bound) => value <= bound);
          if (index >= 0) state.counts[index] = (state.counts[index] ?? 0) + 1;
          state.count += 1;
          state.sum += value;
        },
      };
    },
    text: () => [...writers.values()].map((write) => write()).join(''),
  };
}
