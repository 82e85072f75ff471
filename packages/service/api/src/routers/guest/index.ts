import { router } from '../../frame/trpc.ts';
import { viewReleaseRoute } from './view-release.ts';

export const guestRouter = router({ view: viewReleaseRoute });
