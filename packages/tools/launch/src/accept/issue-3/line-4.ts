import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

const agreement = 'packages/maths/agreement/src';

export const line4: AcceptanceLine = {
  text: 'Agreement equals published worked examples to 3 decimals (Krippendorff\'s "Computing" example, Cohen 1960, Fleiss 1971 and others you choose), cited in the tests.',
  run: async (did) => {
    did(
      await vitestStep(
        'unit',
        [`${agreement}/agreement.test.ts`],
        [
          ...['nominal', 'ordinal', 'interval', 'ratio'].map((level) => `Krippendorff's example C, ${level}`),
          "Krippendorff's examples A and B",
          'Cohen 1960',
          'Fleiss 1971',
          'Fleiss with ratings missing, AC1 and AC2',
        ],
      ),
    );
    did(
      await vitestStep('unit', [`${agreement}/dawid-skene.test.ts`], ['converges to the published estimate']),
    );
  },
};
