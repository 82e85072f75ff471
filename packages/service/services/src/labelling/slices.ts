import { createHash } from 'node:crypto';
import { notFound, type Predicate, tableManifest } from '@assay/contracts';
import type { BatchOfSlices, Repositories } from '@assay/db';
import { type Actor, validatePredicate } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { scenariosOf } from '../scenarios/scenario-list.ts';
import { withTable } from '../sources/version-table.ts';

/** A part of the rows of which numbers are told apart: a scenario that somebody expressed as a condition. */
export type Slice = { id: string; name: string; where: Predicate; hash: string };

/** Slices whose numbers are told, the first of the list. */
export const MOST_SLICES = 30;
/** Samples and rows that are looked through for one question: what is left is found when it is asked again. */
const MOST_AT_ONCE = 2_000_000;

/** Changes with the way in which samples are found. */
const METHOD = 'slice 1';

function hashOf(where: Predicate): string {
  return createHash('sha256')
    .update(`${METHOD} ${canonicalJson(where)}`)
    .digest('hex');
}

/** The slices of a project, in the order of its list of scenarios; those not yet expressed and retired ones are none. */
export async function slicesOf(t: Repositories, projectId: string): Promise<Slice[]> {
  const { document } = await scenariosOf(t, projectId);
  const slices = document.scenarios.flatMap(({ id, name, where, retired }): Slice[] =>
    where === null || retired ? [] : [{ id, name, where, hash: hashOf(where) }],
  );
  return slices.slice(0, MOST_SLICES);
}

export async function requireSlice(t: Repositories, projectId: string, sliceId: string): Promise<Slice> {
  const slice = (await slicesOf(t, projectId)).find(({ id }) => id === sliceId);
  if (slice === undefined) throw notFound('slice');
  return slice;
}

/** How far slices were found in batches. */
export type FoundSlices = {
  slices: (Slice & {
    /** Samples of the batches that were looked through. */
    samples: number;
    /** Batches whose rows lack a column that the slice names. */
    unasked: number;
  })[];
  /** Batches that were looked through, of how many; and those whose rows cannot be read. */
  batches: { counted: number; of: number; unreadable: number };
};

type Looked = { batch: BatchOfSlices; asked: Slice[]; missing: Slice[]; readable: boolean; rows: number };

/** What a batch can be asked, and what of it is not yet known. */
async function lookAt(t: Repositories, projectId: string, batchId: string | null, slices: readonly Slice[]) {
  const batches = await t.slices.batches(projectId, batchId);
  const ids = batches.map(({ id }) => id);
  const sizes = await t.slices.sizes(
    ids,
    slices.map(({ hash }) => hash),
  );
  const known = new Set(sizes.map((each) => `${each.batchId} ${each.hash}`));
  const manifests = new Map<string, ReturnType<typeof tableManifest.safeParse>['data'] | undefined>();
  const looked: Looked[] = [];
  for (const batch of batches) {
    if (!manifests.has(batch.runId)) {
      const run = await t.runs.getAny(batch.runId);
      manifests.set(batch.runId, tableManifest.safeParse(run?.manifest).data);
    }
    const manifest = manifests.get(batch.runId);
    const asked =
      manifest === undefined
        ? []
        : slices.filter(({ where }) => validatePredicate(where, manifest.columns).length === 0);
    looked.push({
      batch,
      asked,
      missing: asked.filter(({ hash }) => !known.has(`${batch.id} ${hash}`)),
      readable: manifest !== undefined,
      rows: manifest?.rows ?? 0,
    });
  }
  return { looked, sizes };
}

/** Samples of a batch that each slice has: one look through the rows of its run for each. */
async function find(deps: Deps, actor: Actor, projectId: string, { batch, missing }: Looked): Promise<void> {
  const { manifest, samples } = await query(deps, actor, async (t) => ({
    manifest: tableManifest.parse((await t.runs.getAny(batch.runId))?.manifest),
    samples: await t.slices.samples(batch.id),
  }));
  const found = await withTable(deps, manifest, async (reader) => {
    const sets: { hash: string; items: number[] }[] = [];
    for (const { where, hash } of missing) {
      const rows = new Set<number>();
      for await (const part of reader.scan({ columns: [], predicate: where, exact: true })) {
        for (const row of part.rowNumbers) rows.add(row);
      }
      sets.push({ hash, items: samples.flatMap(({ item, row }) => (rows.has(row) ? [item] : [])) });
    }
    return sets;
  });
  await query(deps, actor, async (t) => {
    for (const set of found) {
      await t.slices.keep({ ...set, id: deps.ids.next(), projectId, batchId: batch.id });
    }
  });
}

/**
 * Finds which samples of a project's batches, or of one, each slice has; each batch is looked through once for each
 * condition, some of them at a time.
 */
export async function findSlices(
  deps: Deps,
  actor: Actor,
  of: { projectId: string; batchId: string | null },
): Promise<FoundSlices> {
  const { projectId, batchId } = of;
  const { slices, looked } = await query(deps, actor, async (t) => {
    const slices = await slicesOf(t, projectId);
    const none = { looked: [] as Looked[] };
    return { slices, ...(slices.length === 0 ? none : await lookAt(t, projectId, batchId, slices)) };
  });
  const unreadable = new Set(looked.filter(({ readable }) => !readable).map(({ batch }) => batch.id));
  let budget = MOST_AT_ONCE;
  for (const each of looked) {
    if (each.missing.length === 0) continue;
    if (budget <= 0) break;
    budget -= each.missing.length * each.rows + each.batch.items;
    try {
      await find(deps, actor, projectId, each);
    } catch (error) {
      // Rows that are lost take their batch alone out of the numbers, which say so.
      unreadable.add(each.batch.id);
      deps.log.warn({ err: error, batchId: each.batch.id }, 'the rows of a batch cannot be read');
    }
  }
  const sizes = await query(deps, actor, (t) =>
    t.slices.sizes(
      looked.map(({ batch }) => batch.id),
      slices.map(({ hash }) => hash),
    ),
  );
  const known = new Set(sizes.map((each) => `${each.batchId} ${each.hash}`));
  const counted = looked.filter(
    ({ batch, asked }) =>
      !unreadable.has(batch.id) && asked.every(({ hash }) => known.has(`${batch.id} ${hash}`)),
  );
  return {
    slices: slices.map((slice) => ({
      ...slice,
      samples: sizes.reduce((sum, each) => sum + (each.hash === slice.hash ? each.samples : 0), 0),
      unasked: looked.filter(({ readable, asked }) => readable && !asked.includes(slice)).length,
    })),
    batches: { counted: counted.length, of: looked.length, unreadable: unreadable.size },
  };
}
