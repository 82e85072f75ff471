import { router } from '../../frame/trpc.ts';
import { readCostsRoute } from './read-costs.ts';
import { readRatesRoute } from './read-rates.ts';
import { saveRatesRoute } from './save-rates.ts';

export const costRouter = router({
  rates: readRatesRoute,
  read: readCostsRoute,
  saveRates: saveRatesRoute,
});
