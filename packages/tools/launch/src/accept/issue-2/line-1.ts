import { type AcceptanceLine, notRun } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';
import { comparePair } from './compare-pair.ts';

export const line1: AcceptanceLine = {
  text: 'Parity: every entry of `quality_all_pairs`, `quality_default_thresholds`, `diagnostic`, coverage, missing-value and statistic entries of the given pair equals ours to 1e-9 (the pair stays where it is: `npm run accept -- 2 --pair DIR`); in `npm test` the same on a pair that the repository carries (a table from an npm package and a run of ours), with the values that SDMetrics prints for it, computed once, provenance stated.',
  run: async (did, { pair }) => {
    did(
      pair === undefined ? notRun('compare a pair of DIR with SDMetrics', 'pair') : await comparePair(pair),
    );
    did(
      await vitestStep(
        'unit',
        ['packages/maths/fidelity/src/fidelity.test.ts'],
        [
          'fidelity, parity mode gives what SDMetrics prints',
          'fidelity, parity mode would tell a value that is another',
        ],
      ),
    );
  },
};
