import type { AcceptanceLine } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';
import { vitestStep } from '../vitest-step.ts';

const CONSENTS = ['missing', 'expired', 'excluding synthesis'];

export const line3: AcceptanceLine = {
  text: 'A run with missing, expired or excluding consent is refused in UI, REST and job; an override is on record.',
  run: async (did) => {
    did(
      await vitestStep(
        'integration',
        ['packages/service/services/src/generation/runs.int.test.ts'],
        CONSENTS.map(
          (consent) =>
            `the terms of a source refuse a run, and its job, while consent is ${consent}; an override is on record`,
        ),
      ),
    );
    did(
      await vitestStep(
        'integration',
        ['packages/service/api/src/rest/runs-rest.int.test.ts'],
        CONSENTS.map((consent) => `a run whose consent is ${consent} is refused by REST`),
      ),
    );
    did(await browserStep(['consent.spec.ts']));
  },
};
