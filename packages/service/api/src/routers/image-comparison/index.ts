import { router } from '../../frame/trpc.ts';
import { getImageComparisonRoute } from './get-image-comparison.ts';
import { listImageComparisonsRoute } from './list-image-comparisons.ts';
import { startImageComparisonRoute } from './start-image-comparison.ts';

export const imageComparisonRouter = router({
  get: getImageComparisonRoute,
  list: listImageComparisonsRoute,
  start: startImageComparisonRoute,
});
