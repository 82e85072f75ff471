import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { documentsStep } from '../documents-step.ts';
import { judgeBars } from '../judge-bars.ts';
import { runShell } from '../run-shell.ts';
import { vitestStep } from '../vitest-step.ts';
import { incompletePages } from './incomplete-pages.ts';

export const line6: AcceptanceLine = {
  text: 'Bars printed (at most one missed, by at most 15%, never correctness, over-serving or loss); `npm run shots` passes with no overlap, clipping or unreadable text; `docs/` for annotator, expert, manager, engineer, auditor complete for tables, with real screenshots.',
  run: async (did) => {
    // 50 people, 2,000 samples, overlap 3.
    did(
      await vitestStep(
        'integration',
        ['packages/service/services/src/work/crowd.int.test.ts'],
        ['gives each sample to exactly so many people, whoever drops out and whatever runs out'],
        { soak: true },
      ),
    );
    for (const step of await judgeBars(3)) did(step);
    did(await runShell('npm run --silent shots'));
    did(await documentsStep('read the pages of the five people', incompletePages));
    did(await documentsStep('follow every relative link', brokenLinks));
  },
};
