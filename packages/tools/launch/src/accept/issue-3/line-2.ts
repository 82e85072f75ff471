import type { AcceptanceLine } from '../acceptance-line.ts';
import { journeySteps } from './journey-steps.ts';

export const line2: AcceptanceLine = {
  text: "Journeys: each of the five people reaches a first useful result from a fresh account with no documentation, as a browser test that finds every step by visible text or role, never by URL; the number of actions is printed (annotator's first submit at most 12, expert's first decision 10, manager's first report 40, engineer's first download 10, auditor's first verification 8).",
  run: async (did) => {
    for (const step of await journeySteps()) did(step);
  },
};
