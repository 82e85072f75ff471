import { router } from '../../frame/trpc.ts';
import { createSourceRoute } from './create-source.ts';
import { getReadinessRoute } from './get-readiness.ts';
import { getSourceRoute } from './get-source.ts';
import { listDependentsRoute } from './list-dependents.ts';
import { listSourcesRoute } from './list-sources.ts';
import { orderErasureRoute } from './order-erasure.ts';
import { overrideTermsRoute } from './override-terms.ts';
import { refreshSourceRoute } from './refresh-source.ts';
import { setPrivacyUnitRoute } from './set-privacy-unit.ts';
import { trashSourceRoute } from './trash-source.ts';
import { updateSourceRoute } from './update-source.ts';
import { updateTermsRoute } from './update-terms.ts';
import { withdrawOverrideRoute } from './withdraw-override.ts';

export const sourceRouter = router({
  create: createSourceRoute,
  dependents: listDependentsRoute,
  erase: orderErasureRoute,
  get: getSourceRoute,
  list: listSourcesRoute,
  override: overrideTermsRoute,
  privacyUnit: setPrivacyUnitRoute,
  readiness: getReadinessRoute,
  refresh: refreshSourceRoute,
  terms: updateTermsRoute,
  trash: trashSourceRoute,
  update: updateSourceRoute,
  withdrawOverride: withdrawOverrideRoute,
});
