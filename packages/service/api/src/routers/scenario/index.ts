import { router } from '../../frame/trpc.ts';
import { addScenariosRoute } from './add-scenarios.ts';
import { coverScenariosRoute } from './cover-scenarios.ts';
import { listScenarioVersionsRoute } from './list-scenario-versions.ts';
import { listScenariosRoute } from './list-scenarios.ts';
import { moveScenarioRoute } from './move-scenario.ts';
import { restoreScenarioRoute } from './restore-scenario.ts';
import { retireScenarioRoute } from './retire-scenario.ts';
import { scenarioHistoryRoute } from './scenario-history.ts';
import { updateScenarioRoute } from './update-scenario.ts';

export const scenarioRouter = router({
  add: addScenariosRoute,
  cover: coverScenariosRoute,
  history: scenarioHistoryRoute,
  list: listScenariosRoute,
  move: moveScenarioRoute,
  restore: restoreScenarioRoute,
  retire: retireScenarioRoute,
  update: updateScenarioRoute,
  versions: listScenarioVersionsRoute,
});
