import { router } from '../../frame/trpc.ts';
import { createPolicyRoute } from './create-policy.ts';
import { getPolicyRoute } from './get-policy.ts';
import { listPoliciesRoute } from './list-policies.ts';
import { removePolicyRoute } from './remove-policy.ts';
import { restorePolicyRoute } from './restore-policy.ts';
import { savePolicyRoute } from './save-policy.ts';
import { setStandardPolicyRoute } from './set-standard-policy.ts';

export const policyRouter = router({
  create: createPolicyRoute,
  get: getPolicyRoute,
  list: listPoliciesRoute,
  remove: removePolicyRoute,
  restore: restorePolicyRoute,
  save: savePolicyRoute,
  setStandard: setStandardPolicyRoute,
});
