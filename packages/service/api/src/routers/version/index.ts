import { router } from '../../frame/trpc.ts';
import { checkVersionRoute } from './check-version.ts';
import { commitVersionRoute } from './commit-version.ts';
import { compareVersionsRoute } from './compare-versions.ts';
import { getVersionRoute } from './get-version.ts';
import { identifyFileRoute } from './identify-file.ts';
import { listDifferencesRoute } from './list-differences.ts';
import { listRefsRoute } from './list-refs.ts';
import { listSamplesRoute } from './list-samples.ts';
import { listVersionsRoute } from './list-versions.ts';
import { moveRefRoute } from './move-ref.ts';
import { previewVersionRoute } from './preview-version.ts';

export const versionRouter = router({
  check: checkVersionRoute,
  commit: commitVersionRoute,
  compare: compareVersionsRoute,
  differences: listDifferencesRoute,
  get: getVersionRoute,
  identify: identifyFileRoute,
  list: listVersionsRoute,
  moveRef: moveRefRoute,
  preview: previewVersionRoute,
  refs: listRefsRoute,
  samples: listSamplesRoute,
});
