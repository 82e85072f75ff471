import { router } from '../../frame/trpc.ts';
import { listViewsRoute } from './list-views.ts';
import { removeViewRoute } from './remove-view.ts';
import { renameViewRoute } from './rename-view.ts';
import { saveViewRoute } from './save-view.ts';
import { shareViewRoute } from './share-view.ts';

export const viewRouter = router({
  list: listViewsRoute,
  remove: removeViewRoute,
  rename: renameViewRoute,
  save: saveViewRoute,
  share: shareViewRoute,
});
