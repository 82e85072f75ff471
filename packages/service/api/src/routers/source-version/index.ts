import { router } from '../../frame/trpc.ts';
import { commitVersionRoute } from './commit-version.ts';
import { decideFindingRoute } from './decide-finding.ts';
import { discardVersionRoute } from './discard-version.ts';
import { getBiasRoute } from './get-bias.ts';
import { getDriftRoute } from './get-drift.ts';
import { getProfileRoute } from './get-profile.ts';
import { getSourceVersionRoute } from './get-source-version.ts';
import { listColumnsRoute } from './list-columns.ts';
import { listFindingsRoute } from './list-findings.ts';
import { listSplitsRoute } from './list-splits.ts';
import { orderSplitRoute } from './order-split.ts';
import { readColumnStatsRoute } from './read-column-stats.ts';
import { readRowsRoute } from './read-rows.ts';
import { restageVersionRoute } from './restage-version.ts';
import { unmaskRowsRoute } from './unmask-rows.ts';
import { updateColumnsRoute } from './update-columns.ts';

export const sourceVersionRouter = router({
  bias: getBiasRoute,
  columns: listColumnsRoute,
  columnStats: readColumnStatsRoute,
  commit: commitVersionRoute,
  decideFinding: decideFindingRoute,
  discard: discardVersionRoute,
  drift: getDriftRoute,
  findings: listFindingsRoute,
  get: getSourceVersionRoute,
  orderSplit: orderSplitRoute,
  profile: getProfileRoute,
  restage: restageVersionRoute,
  rows: readRowsRoute,
  splits: listSplitsRoute,
  unmaskRows: unmaskRowsRoute,
  updateColumns: updateColumnsRoute,
});
