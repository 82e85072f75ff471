import { router } from '../../frame/trpc.ts';
import { addPopulationRoute } from './add-population.ts';
import { listPopulationsRoute } from './list-populations.ts';
import { removePopulationRoute } from './remove-population.ts';

export const populationRouter = router({
  add: addPopulationRoute,
  list: listPopulationsRoute,
  remove: removePopulationRoute,
});
