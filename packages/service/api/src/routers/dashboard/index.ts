import { router } from '../../frame/trpc.ts';
import { controlAnswersRoute } from './control-answers.ts';
import { controlsRoute } from './controls.ts';
import { itemsRoute } from './items.ts';
import { labellingRoute } from './labelling.ts';
import { myItemsRoute } from './my-items.ts';
import { myLabellingRoute } from './my-labelling.ts';
import { outlookRoute } from './outlook.ts';
import { pulseRoute } from './pulse.ts';
import { slicesRoute } from './slices.ts';

export const dashboardRouter = router({
  controlAnswers: controlAnswersRoute,
  controls: controlsRoute,
  items: itemsRoute,
  labelling: labellingRoute,
  mine: myLabellingRoute,
  myItems: myItemsRoute,
  outlook: outlookRoute,
  pulse: pulseRoute,
  slices: slicesRoute,
});
