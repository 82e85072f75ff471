import type { AcceptanceLine } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';

export const line1: AcceptanceLine = {
  text: 'One browser test on a real uploaded table (at least 10,000 rows), with manager, two annotators, expert, engineer, auditor in their own sessions: source, recipe, run, red gate, changed recipe, green; guideline acknowledged; overlap-2 labelling with a disagreement; a pattern rejected and turned into a constraint; a question that becomes guideline version 2; agreement on the dashboard equal to what the test computes from raw labels; commit; a release refused for a missed blocking goal, then approved; a JSONL and a CSV export whose subroots the test recomputes, in which the adjudicated label stands; the log verified offline; guest link; file looked up by hash.',
  run: async (did) => did(await browserStep(['thread.spec.ts'])),
};
