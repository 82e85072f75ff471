import type { AcceptanceLine } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';

export const line5: AcceptanceLine = {
  text: "In the browser on the demo's real table: recipe, pilot, run with live progress, cancel and resume, report, a gate that is red at first and green after a change of recipe, comparison of the two, an imported run beside them.",
  run: async (did) =>
    did(await browserStep(['generate.spec.ts', 'report.spec.ts', 'synthetic-journey.spec.ts'])),
};
