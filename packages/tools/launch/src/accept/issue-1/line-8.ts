import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { documentsStep } from '../documents-step.ts';
import { readmeProblems } from '../readme-problems.ts';

export const line8: AcceptanceLine = {
  text: 'README (what it is, real screenshot, two commands, deployment) and `docs/` with a first page for each of the five people.',
  run: async (did) => {
    did(await documentsStep('read README.md and docs/', readmeProblems));
    did(await documentsStep('follow every relative link', brokenLinks));
  },
};
