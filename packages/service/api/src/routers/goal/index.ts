import { router } from '../../frame/trpc.ts';
import { createGoalRoute } from './create-goal.ts';
import { listGoalFiguresRoute } from './list-goal-figures.ts';
import { listGoalPresetsRoute } from './list-goal-presets.ts';
import { listGoalsRoute } from './list-goals.ts';
import { removeGoalRoute } from './remove-goal.ts';
import { restoreGoalRoute } from './restore-goal.ts';
import { updateGoalRoute } from './update-goal.ts';

export const goalRouter = router({
  create: createGoalRoute,
  figures: listGoalFiguresRoute,
  list: listGoalsRoute,
  presets: listGoalPresetsRoute,
  remove: removeGoalRoute,
  restore: restoreGoalRoute,
  update: updateGoalRoute,
});
