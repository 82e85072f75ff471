import { router } from '../../frame/trpc.ts';
import { askAgainRoute } from './ask-again.ts';
import { batchWorkersRoute } from './batch-workers.ts';
import { blindResultRoute } from './blind-result.ts';
import { blindTestOfRoute } from './blind-test-of.ts';
import { cancelBatchRoute } from './cancel-batch.ts';
import { countAskAgainRoute } from './count-ask-again.ts';
import { countGoldRoute } from './count-gold.ts';
import { countBatchRowsRoute } from './count-rows.ts';
import { createBatchRoute } from './create-batch.ts';
import { createBlindTestRoute } from './create-blind-test.ts';
import { forecastBatchRoute } from './forecast-batch.ts';
import { getBatchRoute } from './get-batch.ts';
import { listBatchesRoute } from './list-batches.ts';
import { listTasksRoute } from './list-tasks.ts';
import { pauseBatchRoute } from './pause-batch.ts';
import { updateBatchRoute } from './update-batch.ts';

export const batchRouter = router({
  askAgain: askAgainRoute,
  blindResult: blindResultRoute,
  blindTestOf: blindTestOfRoute,
  cancel: cancelBatchRoute,
  countAskAgain: countAskAgainRoute,
  countGold: countGoldRoute,
  countRows: countBatchRowsRoute,
  create: createBatchRoute,
  createBlind: createBlindTestRoute,
  forecast: forecastBatchRoute,
  get: getBatchRoute,
  list: listBatchesRoute,
  pause: pauseBatchRoute,
  tasks: listTasksRoute,
  update: updateBatchRoute,
  workers: batchWorkersRoute,
});
