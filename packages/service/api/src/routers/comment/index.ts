import { router } from '../../frame/trpc.ts';
import { editCommentRoute } from './edit-comment.ts';
import { listMentionableRoute } from './list-mentionable.ts';
import { listRepliesRoute } from './list-replies.ts';
import { listThreadsRoute } from './list-threads.ts';
import { removeCommentRoute } from './remove-comment.ts';
import { replyRoute } from './reply.ts';
import { settleThreadRoute } from './settle-thread.ts';
import { startThreadRoute } from './start-thread.ts';
import { threadOfRoute } from './thread-of.ts';

export const commentRouter = router({
  edit: editCommentRoute,
  people: listMentionableRoute,
  remove: removeCommentRoute,
  replies: listRepliesRoute,
  reply: replyRoute,
  settle: settleThreadRoute,
  start: startThreadRoute,
  thread: threadOfRoute,
  threads: listThreadsRoute,
});
