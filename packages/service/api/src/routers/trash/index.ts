import { router } from '../../frame/trpc.ts';
import { listTrashRoute } from './list-trash.ts';
import { restoreSourceRoute } from './restore-source.ts';

export const trashRouter = router({ list: listTrashRoute, restoreSource: restoreSourceRoute });
