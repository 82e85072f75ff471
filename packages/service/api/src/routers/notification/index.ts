import { router } from '../../frame/trpc.ts';
import { countUnreadRoute } from './count-unread.ts';
import { listNotificationsRoute } from './list-notifications.ts';
import { markReadRoute } from './mark-read.ts';

export const notificationRouter = router({
  list: listNotificationsRoute,
  markRead: markReadRoute,
  unreadCount: countUnreadRoute,
});
