import { router } from '../../frame/trpc.ts';
import { getEventRoute } from './get-event.ts';
import { listActionsRoute } from './list-actions.ts';
import { listEventsRoute } from './list-events.ts';
import { objectHistoryRoute } from './object-history.ts';
import { verifierKeyRoute } from './verifier-key.ts';

export const logRouter = router({
  actions: listActionsRoute,
  get: getEventRoute,
  list: listEventsRoute,
  objectHistory: objectHistoryRoute,
  verifierKey: verifierKeyRoute,
});
