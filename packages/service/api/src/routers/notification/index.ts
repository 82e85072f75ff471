import { router } from '../../frame/trpc.ts';
import { choicesRoute } from './choices.ts';
import { chooseRoute } from './choose.ts';
import { countUnreadRoute } from './count-unread.ts';
import { listNotificationsRoute } from './list-notifications.ts';
import { markReadRoute } from './mark-read.ts';
import { resetChoicesRoute } from './reset-choices.ts';

export const notificationRouter = router({
  choices: choicesRoute,
  choose: chooseRoute,
  list: listNotificationsRoute,
  markRead: markReadRoute,
  resetChoices: resetChoicesRoute,
  unreadCount: countUnreadRoute,
});
