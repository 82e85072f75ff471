import { router } from '../../frame/trpc.ts';
import { cancelBatchRoute } from './cancel-batch.ts';
import { createBatchRoute } from './create-batch.ts';
import { getBatchRoute } from './get-batch.ts';
import { listBatchesRoute } from './list-batches.ts';
import { listTasksRoute } from './list-tasks.ts';
import { pauseBatchRoute } from './pause-batch.ts';
import { updateBatchRoute } from './update-batch.ts';

export const batchRouter = router({
  cancel: cancelBatchRoute,
  create: createBatchRoute,
  get: getBatchRoute,
  list: listBatchesRoute,
  pause: pauseBatchRoute,
  tasks: listTasksRoute,
  update: updateBatchRoute,
});
