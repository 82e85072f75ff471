import { router } from '../../frame/trpc.ts';
import { cancelLabelImportRoute } from './cancel-label-import.ts';
import { commitLabelImportRoute } from './commit-label-import.ts';
import { createLabelImportRoute } from './create-label-import.ts';
import { getLabelImportRoute } from './get-label-import.ts';
import { listLabelImportsRoute } from './list-label-imports.ts';
import { remapLabelImportRoute } from './remap-label-import.ts';
import { withdrawLabelImportRoute } from './withdraw-label-import.ts';

export const labelImportRouter = router({
  cancel: cancelLabelImportRoute,
  commit: commitLabelImportRoute,
  create: createLabelImportRoute,
  get: getLabelImportRoute,
  list: listLabelImportsRoute,
  remap: remapLabelImportRoute,
  withdraw: withdrawLabelImportRoute,
});
