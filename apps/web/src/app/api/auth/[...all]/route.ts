import { server } from '~/server/deps.ts';

async function handle(request: Request): Promise<Response> {
  const { auth } = await server();
  return auth.handler(request);
}

export { handle as GET, handle as POST };
