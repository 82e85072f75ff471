import type { Step } from '../acceptance-line.ts';

/** A part of a line that there is nothing to run for: the line does not pass before it is built. */
export const unbuilt = (what: string): Step => ({
  command: what,
  printed: 'not built',
  passed: false,
  output: '',
});
