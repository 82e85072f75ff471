import { type AcceptanceLine, notRun } from '../acceptance-line.ts';
import { judgeBars } from '../judge-bars.ts';

export const line6: AcceptanceLine = {
  text: 'The bars, printed by one command. At most one may be missed, by at most 15%, with its profile in `docs/performance.md`; never parity, controls or determinism.',
  run: async (did, { adult }) => {
    if (adult === undefined) did(notRun('npm run bench -- --issue 2 --adult DIR', 'adult'));
    else for (const step of await judgeBars(2, { adult })) did(step);
  },
};
