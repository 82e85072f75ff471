import type { z } from 'zod';
import { CommandError } from './command-error.ts';
import { refusal, type ServerFile, serverAddress } from './server-file.ts';

export type Server = Pick<ServerFile, 'base' | 'key' | 'org'>;

/**
 * Asks a running Assay over REST.
 *
 * @throws CommandError with the server's own words when it refuses, and when what answers is not Assay
 */
export async function askServer<T>(
  server: Server,
  asked: { method: 'GET' | 'POST'; path: string; body?: unknown; answer: z.ZodType<T> },
  signal: AbortSignal,
): Promise<T> {
  const address = serverAddress({ ...server, path: `api/v1/${asked.path}` });
  const response = await fetch(address, {
    method: asked.method,
    headers: {
      authorization: `Bearer ${server.key}`,
      accept: 'application/json, application/problem+json',
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CommandError(`No Assay answers at ${address.origin}. Is it running, and is the address right?`);
  });
  if (!response.ok) throw new CommandError(await refusal(response, address));
  const answer = asked.answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new CommandError(`What answers at ${address.origin} is not Assay.`);
  return answer.data;
}
