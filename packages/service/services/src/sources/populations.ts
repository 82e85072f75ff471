import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireSource } from './source-record.ts';

export type PopulationInput = {
  sourceId: string;
  name: string;
  /** Where the figures come from; shown wherever they are used. */
  citation: string;
  columns: string[];
  rows: { group: string[]; size: number }[];
};

/** Adds a population table: how large each group is outside the data. */
export async function addPopulation(
  deps: Deps,
  actor: Actor,
  input: PopulationInput,
): Promise<{ id: string }> {
  const createdBy = requirePerson(actor);
  const seen = new Set<string>();
  for (const [line, row] of input.rows.entries()) {
    if (row.group.length !== input.columns.length) {
      throw new AssayError(
        'bad-input',
        `Line ${line + 1} has ${row.group.length} values for ${input.columns.length} columns.`,
        {
          field: `rows.${line}`,
        },
      );
    }
    const key = JSON.stringify(row.group);
    if (seen.has(key)) {
      throw new AssayError('bad-input', `Line ${line + 1} repeats the group ${row.group.join(', ')}.`, {
        field: `rows.${line}`,
      });
    }
    seen.add(key);
  }
  if (!input.rows.some((row) => row.size > 0)) {
    throw new AssayError('bad-input', 'A population table needs at least one group with a size.', {
      field: 'rows',
    });
  }
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const source = await requireSource(t, input.sourceId);
    await t.sources.addPopulation({ id, ...input, createdBy });
    await record({
      action: 'source.population-added',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { name: input.name, citation: input.citation, groups: input.rows.length },
    });
    return { id };
  });
}

export function removePopulation(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; populationId: string },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const source = await requireSource(t, input.sourceId);
    const { count } = await t.sources.removePopulation(input.populationId, source.id);
    if (count === 0) throw notFound('population table');
    await record({
      action: 'source.population-removed',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { population: input.populationId },
    });
  });
}

export async function listPopulations(deps: Deps, actor: Actor, input: { sourceId: string }) {
  const rows = await query(deps, actor, (t) => t.sources.populations(input.sourceId));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    citation: row.citation,
    columns: row.columns,
    rows: row.rows as { group: string[]; size: number }[],
    createdAt: row.createdAt.toISOString(),
  }));
}
