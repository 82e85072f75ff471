import { router } from '../../frame/trpc.ts';
import { getHomeRoute } from './get-home.ts';

export const homeRouter = router({ get: getHomeRoute });
