import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { browserStep } from '../browser-step.ts';
import { vitestStep } from '../vitest-step.ts';
import { missingPages } from './missing-pages.ts';

export const line7: AcceptanceLine = {
  text: 'A page in `docs/` per metric (definition, convention, when it misleads) and per generator (how, when, its privacy), opened from the figure on screen.',
  run: async (did) => {
    for (const [command, check] of [
      ['read docs/metrics/ and docs/generators/', missingPages],
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
