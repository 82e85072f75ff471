import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { readmeProblems } from '../readme-problems.ts';

export const line8: AcceptanceLine = {
  text: 'README (what it is, real screenshot, two commands, deployment) and `docs/` with a first page for each of the five people.',
  run: async (did) => {
    for (const [command, check] of [
      ['read README.md and docs/', readmeProblems],
      ['follow every relative link', brokenLinks],
    ] as const) {
      const { looked, problems } = await check();
      did({
        command,
        printed: problems[0] ?? `${looked} looked at, nothing missing`,
        passed: problems.length === 0 && looked > 0,
        output: problems.join('\n'),
      });
    }
  },
};
