import type { BiasQuestion, BiasReport } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { biasOfTable } from './bias-of-table.ts';
import { requireReadable } from './source-record.ts';
import { withTable } from './version-table.ts';

/** Answers a question about groups, from all rows, now. */
export async function getBias(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; question: BiasQuestion; populationId: string | null },
): Promise<BiasReport> {
  const { manifest, table } = await query(deps, actor, async (t) => {
    const { version, manifest } = await requireReadable(t, input.versionId);
    const populations = await t.sources.populations(version.sourceId);
    return { manifest, table: populations.find((each) => each.id === input.populationId) ?? null };
  });
  return withTable(deps, manifest, (reader) =>
    biasOfTable(
      reader,
      input.question,
      table && {
        name: table.name,
        citation: table.citation,
        columns: table.columns,
        rows: table.rows as { group: string[]; size: number }[],
      },
    ),
  );
}
