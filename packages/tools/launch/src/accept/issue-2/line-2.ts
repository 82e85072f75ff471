import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

const SUITE = 'controls of a report';

export const line2: AcceptanceLine = {
  text: 'Controls in `npm test`, on tables the project carries: unseen real rows against real are green; a bootstrap of the fit rows is red on privacy; resampled independent columns are red on trends, detection (above .9) and utility; cells replaced with probability 10, 30, 50, 90% are ordered strictly by DCR share and median distance, and weakly by copies; 1% planted copies are found as excess copies and give a red gate; a shift of 5 standard deviations, a dropped rare class and swapped labels are each caught by a named metric.',
  run: async (did) => {
    did(
      await vitestStep(
        'integration',
        ['apps/cli/src/validate/controls.int.test.ts'],
        [
          `${SUITE} finds nothing wrong with unseen real rows`,
          `${SUITE} finds a bootstrap of the fit rows red on privacy`,
          `${SUITE} finds independent columns red on trends, detection and usefulness`,
          `${SUITE} orders cells replaced by 10, 30, 50 and 90%`,
          `${SUITE} finds one planted copy in a hundred rows`,
          `${SUITE} names the column whose numbers moved by five standard deviations`,
          `${SUITE} names the class that was dropped`,
          `${SUITE} finds labels that were swapped`,
        ],
      ),
    );
    did(
      await vitestStep(
        'unit',
        ['packages/maths/privacy/src/distances/privacy-controls.test.ts'],
        ['controls of the distance measures'],
      ),
    );
  },
};
