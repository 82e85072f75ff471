import { router } from '../../frame/trpc.ts';
import { addRuleRoute } from './add-rule.ts';
import { answerConstraintRoute } from './answer-constraint.ts';
import { countPatternRoute } from './count-pattern.ts';
import { listPatternsRoute } from './list-patterns.ts';
import { proposeConstraintRoute } from './propose-constraint.ts';
import { rejectPatternRoute } from './reject-pattern.ts';
import { undoPatternRoute } from './undo-pattern.ts';

export const patternRouter = router({
  addRule: addRuleRoute,
  answerConstraint: answerConstraintRoute,
  count: countPatternRoute,
  list: listPatternsRoute,
  proposeConstraint: proposeConstraintRoute,
  reject: rejectPatternRoute,
  undo: undoPatternRoute,
});
