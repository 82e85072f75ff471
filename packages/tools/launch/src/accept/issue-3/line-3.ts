import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

const domain = 'packages/model/domain/src/work';

export const line3: AcceptanceLine = {
  text: '300 (soak: 30,000) random interleavings of 2-3 clients over the real save path with disconnects, kills, reloads, expiry: no acknowledged operation lost, none doubled, all clients end equal.',
  run: async (did) => {
    did(
      await vitestStep(
        'integration',
        ['packages/service/services/src/work/interleavings.int.test.ts'],
        ['loses and doubles nothing, and windows end equal, whatever is lost, closed or runs out'],
      ),
    );
    did(
      await vitestStep(
        'unit',
        [`${domain}/merge-draft.test.ts`, `${domain}/draft-client.test.ts`],
        [
          'whatever is lost or repeated on the way, every change counts once and all tabs end equal',
          'whatever is lost, repeated or reloaded, all tabs end equal and each last edit stands',
        ],
      ),
    );
  },
};
