import type { Deps, JobRun } from '@assay/services';
import { deliverWebhook } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'webhook.deliver'>) => deliverWebhook(deps, run);
