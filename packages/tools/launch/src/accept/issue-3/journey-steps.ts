import type { Step } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';

/** What the browser test of each person prints, and how many actions it may take at most. */
const JOURNEYS = [
  { person: 'annotator', result: "annotator's first submit", most: 12 },
  { person: 'expert', result: "expert's first decision", most: 10 },
  { person: 'manager', result: "manager's first report", most: 40 },
  { person: 'engineer', result: "engineer's first download", most: 10 },
  { person: 'auditor', result: "auditor's first verification", most: 8 },
] as const;

/** Runs the journeys, then reads from what they print how many actions each person took. */
export async function journeySteps(): Promise<Step[]> {
  const run = await browserStep(JOURNEYS.map(({ person }) => `journey-${person}.spec.ts`));
  return [
    run,
    ...JOURNEYS.map(({ result, most }): Step => {
      const found = new RegExp(`${result}: (\\d+) actions`).exec(run.output)?.[1];
      return {
        command: result,
        printed: found === undefined ? 'not printed' : `${found} actions, at most ${most}`,
        passed: found !== undefined && Number(found) > 0 && Number(found) <= most,
        output: run.output,
      };
    }),
  ];
}
