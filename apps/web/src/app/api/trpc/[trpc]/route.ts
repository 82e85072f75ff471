import { appRouter } from '@assay/api';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { apiContext, isForgedWrite } from '~/server/api-context.ts';

async function handle(request: Request): Promise<Response> {
  if (isForgedWrite(request)) return new Response('Cross-site requests are refused.', { status: 403 });
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    // A question that carries a document comes in the body: no address holds it.
    allowMethodOverride: true,
    createContext: ({ info }) => {
      const org = info.connectionParams?.org;
      return apiContext(request, typeof org === 'string' ? org : null);
    },
  });
}

export { handle as GET, handle as POST };
