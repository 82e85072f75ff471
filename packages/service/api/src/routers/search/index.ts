import { router } from '../../frame/trpc.ts';
import { findRoute } from './find.ts';

export const searchRouter = router({ find: findRoute });
