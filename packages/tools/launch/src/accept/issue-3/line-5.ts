import type { AcceptanceLine } from '../acceptance-line.ts';
import { documentsStep } from '../documents-step.ts';
import { vitestStep } from '../vitest-step.ts';
import { impureMachines } from './impure-machines.ts';

const domain = 'packages/model/domain/src';

export const line5: AcceptanceLine = {
  text: 'State machines (task, lease, review, guideline, release) are one pure file each with property tests over random command sequences.',
  run: async (did) => {
    did(await documentsStep('read what the files of the machines import', impureMachines));
    did(
      await vitestStep(
        'unit',
        ['work/task', 'review/review', 'guideline/guideline', 'release/release'].map(
          (name) => `${domain}/${name}-state.test.ts`,
        ),
        [
          // A lease is a task's: claimed, released, run out, taken up again.
          'whatever is asked of a task, it is held by one person or by nobody, and an answer has one',
          'a lease that ended holds nothing',
          'whatever is asked, an author decides nothing, one person looks, and a decision has one who made it',
          'random commands on a guideline leave one version current',
          'whatever is asked of a release',
        ],
      ),
    );
  },
};
