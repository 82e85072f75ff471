import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readArguments, required } from '../frame/read-arguments.ts';
import { fetchFile, serverOf } from '../frame/server-file.ts';

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
  const server = serverOf(values, env, 'log.export');
  await fetchFile({ ...server, path: 'api/log/export', type: 'application/jsonl' }, output, stderr, signal);
  stdout.write(`${output}\n`);
  return 0;
}
