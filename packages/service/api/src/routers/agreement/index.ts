import { router } from '../../frame/trpc.ts';
import { computeAgreementRoute } from './compute-agreement.ts';
import { getAgreementRoute } from './get-agreement.ts';

export const agreementRouter = router({
  compute: computeAgreementRoute,
  get: getAgreementRoute,
});
