import type { AcceptanceLine } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';

export const line2: AcceptanceLine = {
  text: 'A browser test: sign up, organisation, invite, accept in a second session, create a project, upload a 10,000-row real table, correct a role, confirm a personal-data finding, set consent, split, read the profile and the source bias, refresh the source, and verify the exported log offline; then change one byte of it and see that found, drop an entry and see that found.',
  run: async (did) => did(await browserStep(['ground.spec.ts'])),
};
