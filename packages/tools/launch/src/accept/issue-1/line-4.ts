import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

const api = 'packages/service/api/src';

export const line4: AcceptanceLine = {
  text: 'Every procedure and REST route, found by walking the routers: has a permission; refuses no session, a lesser role, and another tenant, whose real id answers as a random id does, in body and status. Row-level security alone (repository scope removed in the test) also refuses.',
  run: async (did) => {
    did(await vitestStep('unit', [`${api}/frame/every-procedure.test.ts`]));
    did(
      await vitestStep('integration', [
        `${api}/frame/every-procedure.int.test.ts`,
        `${api}/rest/every-rest-route.int.test.ts`,
        `${api}/rest/raw-routes.int.test.ts`,
      ]),
    );
    did(
      await vitestStep('integration', [
        `${api}/frame/row-level-security.int.test.ts`,
        'packages/adapters/db/src/row-level-security.int.test.ts',
      ]),
    );
  },
};
