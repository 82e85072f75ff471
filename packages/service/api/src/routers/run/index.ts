import { router } from '../../frame/trpc.ts';
import { cancelRunRoute } from './cancel-run.ts';
import { collectImagesRoute } from './collect-images.ts';
import { getRunRoute } from './get-run.ts';
import { importRunRoute } from './import-run.ts';
import { listRunsRoute } from './list-runs.ts';
import { rampUpRunRoute } from './ramp-up-run.ts';
import { readRunRowsRoute } from './read-run-rows.ts';
import { remapRunRoute } from './remap-run.ts';
import { restoreRunRoute } from './restore-run.ts';
import { retryRunRoute } from './retry-run.ts';
import { runDependentsRoute } from './run-dependents.ts';
import { startRunRoute } from './start-run.ts';
import { trashRunRoute } from './trash-run.ts';
import { validateRunRoute } from './validate-run.ts';

export const runRouter = router({
  cancel: cancelRunRoute,
  collectImages: collectImagesRoute,
  dependents: runDependentsRoute,
  get: getRunRoute,
  import: importRunRoute,
  list: listRunsRoute,
  rampUp: rampUpRunRoute,
  remap: remapRunRoute,
  restore: restoreRunRoute,
  retry: retryRunRoute,
  rows: readRunRowsRoute,
  start: startRunRoute,
  trash: trashRunRoute,
  validate: validateRunRoute,
});
