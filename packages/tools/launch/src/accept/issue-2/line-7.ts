import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { browserStep } from '../browser-step.ts';
import { documentsStep } from '../documents-step.ts';
import { vitestStep } from '../vitest-step.ts';
import { missingPages } from './missing-pages.ts';

export const line7: AcceptanceLine = {
  text: 'A page in `docs/` per metric (definition, convention, when it misleads) and per generator (how, when, its privacy), opened from the figure on screen.',
  run: async (did) => {
    did(await documentsStep('read docs/metrics/ and docs/generators/', missingPages));
    did(await documentsStep('follow every relative link', brokenLinks));
    const documentation = 'packages/tools/launch/src/documentation';
    did(
      await vitestStep('unit', [
        `${documentation}/metric-pages.test.ts`,
        `${documentation}/metric-examples.test.ts`,
      ]),
    );
    did(await browserStep(['documentation.spec.ts']));
  },
};
