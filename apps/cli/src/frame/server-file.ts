import { CommandError } from './command-error.ts';
import type { CommandStreams } from './command-streams.ts';
import { writeWhole } from './scratch.ts';

/** Bytes after which progress is told again. */
const STEP_BYTES = 8 * 1024 ** 2;

export type ServerFile = {
  base: string;
  key: string;
  /** Named where the key alone does not say it. */
  org: string | undefined;
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Content type that the answer must have; empty for whatever it is. */
  type: string;
};

/** The server and key that flags and environment name. Throws a `CommandError` without a key. */
export function serverOf(
  values: { url?: string | undefined; 'api-key'?: string | undefined; org?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
  scope: string,
): Pick<ServerFile, 'base' | 'key' | 'org'> {
  const key = values['api-key'] ?? env.ASSAY_API_KEY ?? '';
  if (key === '') {
    throw new CommandError(
      `An API key is needed: set ASSAY_API_KEY to one with the scope ${scope}, made on the page of the organisation’s API keys.`,
    );
  }
  return { base: values.url ?? (env.ASSAY_URL || 'http://localhost:3000'), key, org: values.org };
}

/** Fetches a file of a running Assay; it appears only when it is complete. */
export async function fetchFile(
  file: ServerFile,
  output: string,
  stderr: CommandStreams['stderr'],
  signal: AbortSignal,
): Promise<void> {
  const address = serverAddress(file);
  await writeWhole(output, async (write) => {
    const body = await ask(address, file, signal);
    let bytes = 0;
    let told = 0;
    try {
      for await (const part of body) {
        await write(part);
        bytes += part.length;
        if (bytes >= told + STEP_BYTES) {
          told = bytes;
          stderr.write(`Received ${Math.round(bytes / 1024 ** 2)} MB\n`);
        }
      }
    } catch (error) {
      if (signal.aborted || error instanceof CommandError) throw error;
      throw new CommandError(`The connection to ${address.origin} broke after ${bytes} bytes. Try again.`);
    }
  });
}

/** The address of a path of a server; a `CommandError` where the base is none. */
export function serverAddress({
  base,
  path,
  org,
  query,
}: Pick<ServerFile, 'base' | 'path' | 'org' | 'query'>): URL {
  const parsed = URL.canParse(base) ? new URL(base) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new CommandError(`"${base}" is not the address of a server, such as https://assay.example.org.`);
  }
  const address = new URL(path, parsed.href.endsWith('/') ? parsed : `${parsed.href}/`);
  if (org !== undefined) address.searchParams.set('org', org);
  for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value);
  return address;
}

async function ask(
  address: URL,
  { key, type }: ServerFile,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const answer = await fetch(address, {
    headers: {
      authorization: `Bearer ${key}`,
      accept: `${type === '' ? '*/*' : type}, application/problem+json`,
    },
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CommandError(`No Assay answers at ${address.origin}. Is it running, and is the address right?`);
  });
  if (answer.status !== 200) throw new CommandError(await refusal(answer, address));
  if (answer.body === null || !(answer.headers.get('content-type') ?? '').startsWith(type)) {
    throw new CommandError(`What answers at ${address.origin} is not Assay.`);
  }
  return answer.body;
}

/** The server's own words where it answers with a problem document (RFC 9457). */
export async function refusal(answer: Response, address: URL): Promise<string> {
  const problem: unknown = await answer.json().catch(() => null);
  const detail =
    problem !== null &&
    typeof problem === 'object' &&
    'detail' in problem &&
    typeof problem.detail === 'string'
      ? problem.detail
      : `status ${answer.status}`;
  return `${address.origin} refused: ${detail}`;
}
