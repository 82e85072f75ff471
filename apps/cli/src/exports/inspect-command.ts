import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ExportManifest, exportManifest, type VersionPart } from '@assay/contracts';
import { namedRoot } from '@assay/ledger';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { fileFault } from '../frame/file-fault.ts';
import { hashOfFile } from '../frame/hash-of-file.ts';
import { readArguments } from '../frame/read-arguments.ts';
import { withScratch } from '../frame/scratch.ts';
import { annotationsRoot, dataRoots, documentsRoot, type PartRoots, platformSha256 } from './export-roots.ts';

export const INSPECT_HELP = `Usage: assay inspect FILE [--json]

Says what a file is that left Assay as an export of a version or a release, and whether it is what its manifest says:
the hash of each file that lies beside it, and the roots of samples, labels, answers and documents, computed again from
the files. Nothing is asked of a server.

FILE is the data, its annotations or documents, or the manifest, which names them; the rest is looked for in the same
folder. Card and Croissant metadata are made with the manifest: their hashes are told by the server alone. A JSON Lines
or Parquet file without its manifest still gives the roots of samples and labels, to be compared by you.

Whether a release still stands is not in its files: ask "What is this file?" of the Assay that it came from.

  --json   the same as one JSON document

Exit status: 0 everything that is there agrees, 1 something does not, 2 wrong usage or no file of an export.

Examples:
  assay inspect wages-r1-v3.parquet
  assay inspect wages-r1-v3-manifest.json --json
`;

type FileCheck = { kind: string; name: string; state: 'agrees' | 'differs' | 'not here' };
type RootCheck = { part: VersionPart | 'root'; told: string | null; computed: string | null };

export type Inspection = {
  type: 'assay.inspection';
  version: 1;
  manifest: ExportManifest | null;
  records: number | null;
  files: FileCheck[];
  roots: RootCheck[];
  agrees: boolean;
};

/** Runs `assay inspect`. Throws a `CommandError` for wrong usage, and for what is no file of an export. */
export async function inspectCommand(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
): Promise<0 | 1> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } } as const, {
    min: 1,
    max: 1,
    what: 'file to inspect',
  });
  const file = positionals[0] ?? '';
  await stat(file).catch((error: unknown) => {
    throw new CommandError(`The file ${file} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  const found = await inspect(file, (said) => stderr.write(`${said}\n`));
  stdout.write(values.json === true ? `${JSON.stringify(found, null, 2)}\n` : inspectionText(file, found));
  return found.agrees ? 0 : 1;
}

async function inspect(file: string, tell: (said: string) => void): Promise<Inspection> {
  const manifest = await manifestFor(file);
  const folder = dirname(file);
  if (manifest === null && !/\.(jsonl|parquet)$/.test(file)) {
    throw new CommandError(
      `No manifest of an export that names ${basename(file)} lies in ${folder}, and without one only JSON Lines and Parquet can be checked.`,
    );
  }
  const files: FileCheck[] = [];
  for (const { kind, name, sha256 } of manifest?.files ?? []) {
    const hash = await hashOfFile(join(folder, name));
    files.push({ kind, name, state: hash === null ? 'not here' : hash === sha256 ? 'agrees' : 'differs' });
  }
  const place = (kind: string): string | null => {
    const known = files.find((each) => each.kind === kind);
    return known === undefined || known.state === 'not here' ? null : join(folder, known.name);
  };
  const data = manifest === null ? file : place('data');
  const [annotations, documents] = [place('annotations'), place('documents')];
  const computed: PartRoots = {};
  let records: number | null = null;
  const compute = async (what: string, work: () => Promise<void>): Promise<void> => {
    tell(`Computing the roots of ${what}`);
    await work().catch((error: unknown) => {
      // A root that cannot be computed agrees with nothing.
      tell(
        `${what} cannot be read as what it says that it is: ${error instanceof Error ? error.message : error}`,
      );
    });
  };
  if (data !== null) {
    await compute('samples and labels', async () => {
      const roots = await withScratch((scratch) => dataRoots(data, manifest, scratch));
      records = roots.records;
      computed.samples = roots.samples ?? '';
      computed.labels = roots.labels ?? '';
    });
  }
  if (annotations !== null) {
    await compute('answers', async () => {
      computed.annotations = await annotationsRoot(annotations);
    });
  }
  if (documents !== null) {
    await compute('documents', async () => {
      computed.documents = await documentsRoot(documents);
    });
  }
  const parts = ['samples', 'labels', 'annotations', 'documents'] as const;
  const { samples, labels } = computed;
  const whole =
    samples !== undefined &&
    labels !== undefined &&
    computed.annotations !== undefined &&
    computed.documents !== undefined
      ? namedRoot(
          { samples, labels, annotations: computed.annotations, documents: computed.documents },
          platformSha256,
        )
      : null;
  const roots: RootCheck[] = [
    ...parts.map((part) => ({
      part,
      told: manifest?.subroots[part] ?? null,
      computed: computed[part] ?? null,
    })),
    { part: 'root', told: manifest?.root ?? null, computed: whole },
  ];
  const given = { samples: data, labels: data, annotations, documents, root: null };
  const agrees =
    files.every((each) => each.state !== 'differs') &&
    roots.every(
      ({ part, told, computed: own }) =>
        told === null || (own === null ? given[part] === null : own === told),
    );
  return { type: 'assay.inspection', version: 1, manifest, records, files, roots, agrees };
}

/** The manifest that a file of an export is told by: itself, or one in the same folder that names it. */
async function manifestFor(file: string): Promise<ExportManifest | null> {
  if (file.endsWith('.json')) {
    const own = await readManifest(file);
    if (own !== null) return own;
  }
  const folder = dirname(file);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('-manifest.json')).sort()) {
    const manifest = await readManifest(join(folder, name));
    if (manifest?.files.some((each) => each.name === basename(file))) return manifest;
  }
  return null;
}

async function readManifest(file: string): Promise<ExportManifest | null> {
  try {
    return exportManifest.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function inspectionText(file: string, { manifest, records, files, roots, agrees }: Inspection): string {
  const lines: string[] = [];
  if (manifest === null) {
    lines.push(`${basename(file)}: ${records ?? 0} records; no manifest lies beside it`);
  } else {
    const { release } = manifest;
    lines.push(
      `${manifest.project}, version ${manifest.number}: ${manifest.records} records`,
      release === null
        ? 'not released: nobody has approved it for use'
        : `release ${release.number}, ${release.title}: approved ${release.approvedAt} by ${release.approvedBy}`,
    );
    for (const waiver of release?.waivers ?? []) {
      lines.push(`waived until ${waiver.endsOn}: ${waiver.name} (${waiver.reason})`);
    }
  }
  if (files.length > 0) lines.push('', ...files.map((each) => `${each.state.padEnd(9)} ${each.name}`));
  lines.push('');
  for (const { part, told, computed } of roots) {
    const state =
      computed === null
        ? 'not computed'
        : told === null
          ? 'computed'
          : computed === told
            ? 'agrees'
            : 'DIFFERS';
    lines.push(`${state.padEnd(12)} ${part.padEnd(11)} ${computed ?? told ?? ''}`);
  }
  lines.push('', agrees ? 'Everything that is here agrees.' : 'Something does not agree: do not use it.');
  return `${lines.join('\n')}\n`;
}
