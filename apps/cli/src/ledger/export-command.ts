import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { writeWhole } from '../frame/scratch.ts';

export const EXPORT_HELP = `Usage: assay ledger export --output FILE [--org SLUG] [--home DIR | --url URL]

Writes the audit log of an organisation: all entries with their proofs and signed checkpoints, in one file that
"assay ledger verify" and the offline page verify. The export is itself an entry.

From a running Assay, with an API key; or, with --home or without a key and an address, from the installation on this
computer, whose database is started for it if it does not run.

  --output FILE    where to write it; the file appears only when it is complete
  --org SLUG       the organisation, as in its address; a key has one already, and so has an installation with one
  --home DIR       the folder of the installation on this computer (default: ASSAY_HOME, else .assay in the
                   repository)
  --url URL        the address of Assay (default: ASSAY_URL, else http://localhost:3000)
  --api-key KEY    an API key with the scope log.export (default: ASSAY_API_KEY, which others on this computer
                   cannot read off the list of processes)

Exit status: 0 written, 2 wrong usage, a server that refuses or does not answer, an installation that cannot be
opened, or a file that cannot be written.

Examples:
  assay ledger export --output log.assay-ledger.jsonl
  assay ledger export --home /srv/assay --org demo --output log.assay-ledger.jsonl
  ASSAY_API_KEY=... assay ledger export --output log.assay-ledger.jsonl
  assay ledger export --org demo --url https://assay.example.org --output log.assay-ledger.jsonl
`;

const FLAGS = {
  output: { type: 'string' },
  org: { type: 'string' },
  home: { type: 'string' },
  url: { type: 'string' },
  'api-key': { type: 'string' },
} as const;

/** Bytes after which progress is told again. */
const STEP_BYTES = 8 * 1024 ** 2;

/** Runs `assay ledger export`. Throws a `CommandError` for wrong usage, and when server or installation refuses. */
export async function exportCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  signal: AbortSignal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<0> {
  const { values } = readArguments(args, FLAGS);
  const output = required(values.output, 'output');
  if (values.home !== undefined && (values.url !== undefined || values['api-key'] !== undefined)) {
    throw new CommandError(
      'Name either the installation on this computer (--home) or a server (--url, --api-key).',
    );
  }
  const remote = [values.url, values['api-key'], env.ASSAY_URL, env.ASSAY_API_KEY].some(Boolean);
  if (values.home !== undefined || !remote) {
    // Loaded on demand: asking a server needs none of what opens an installation.
    const { exportLocal } = await import('./export-local.ts');
    await exportLocal({ output, org: values.org, home: values.home }, signal, env);
    stdout.write(`${output}\n`);
    return 0;
  }
  const base = values.url ?? (env.ASSAY_URL || 'http://localhost:3000');
  const key = values['api-key'] ?? env.ASSAY_API_KEY ?? '';
  if (key === '') {
    throw new CommandError(
      'An API key is needed: set ASSAY_API_KEY to one with the scope log.export, made on the page of the organisation’s API keys.',
    );
  }
  const address = addressOf(base, values.org);
  await writeWhole(output, async (write) => {
    const body = await ask(address, key, signal);
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
  stdout.write(`${output}\n`);
  return 0;
}

function addressOf(base: string, org: string | undefined): URL {
  const parsed = URL.canParse(base) ? new URL(base) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new CommandError(`"${base}" is not the address of a server, such as https://assay.example.org.`);
  }
  const address = new URL('api/log/export', parsed.href.endsWith('/') ? parsed : `${parsed.href}/`);
  if (org !== undefined) address.searchParams.set('org', org);
  return address;
}

async function ask(address: URL, key: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${key}`, accept: 'application/jsonl, application/problem+json' },
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CommandError(`No Assay answers at ${address.origin}. Is it running, and is the address right?`);
  });
  if (answer.status !== 200) throw new CommandError(await refusal(answer, address));
  if (answer.body === null || !(answer.headers.get('content-type') ?? '').startsWith('application/jsonl')) {
    throw new CommandError(`What answers at ${address.origin} is not Assay.`);
  }
  return answer.body;
}

/** The server's own words where it answers with a problem document (RFC 9457). */
async function refusal(answer: Response, address: URL): Promise<string> {
  const problem: unknown = await answer.json().catch(() => null);
  const detail =
    problem !== null &&
    typeof problem === 'object' &&
    'detail' in problem &&
    typeof problem.detail === 'string'
      ? problem.detail
      : `status ${answer.status}`;
  return `${address.origin} refused the export: ${detail}`;
}
