/** What a number is that is shown as a finding. */
export type MetricDefinition = {
  name: string;
  /** What the number means, in one or two sentences for anybody. */
  definition: string;
  /** Formula or procedure, with its convention and source. */
  method: string;
  version: number;
  unit: 'share' | 'count' | 'ratio' | 'difference' | 'statistic' | 'correlation';
  /** Which way is better, where there is one. */
  better: 'higher' | 'lower' | 'none';
};
