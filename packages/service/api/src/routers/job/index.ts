import { router } from '../../frame/trpc.ts';
import { cancelJobRoute } from './cancel-job.ts';
import { countJobsRoute } from './count-jobs.ts';
import { getJobRoute } from './get-job.ts';
import { listJobsRoute } from './list-jobs.ts';
import { retryJobRoute } from './retry-job.ts';
import { watchRoute } from './watch.ts';

export const jobRouter = router({
  cancel: cancelJobRoute,
  counts: countJobsRoute,
  get: getJobRoute,
  list: listJobsRoute,
  retry: retryJobRoute,
  watch: watchRoute,
});
