import { createCallerFactory, router } from './frame/trpc.ts';
import { createOrganisationRoute } from './routers/organisation/create-organisation.ts';
import { listMyOrganisationsRoute } from './routers/organisation/list-my-organisations.ts';
import { createProjectRoute } from './routers/project/create-project.ts';

export const appRouter = router({
  organisation: router({
    create: createOrganisationRoute,
    mine: listMyOrganisationsRoute,
  }),
  project: router({
    create: createProjectRoute,
  }),
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
