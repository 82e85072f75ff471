import { createHash } from 'node:crypto';
import {
  type Agreement,
  AssayError,
  agreement as agreementSchema,
  MOST_AGREEMENT_NOW,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { findSlices, type Slice } from '../labelling/slices.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { type BatchRow, requireBatch } from '../work/batch-record.ts';
import { seesPeople } from '../work/sees-people.ts';
import { computeAgreement, type SliceOfAnswers } from './compute-agreement.ts';
import { sampleName } from './ratings-of.ts';

/** What is computed anew when the way to compute it changes. */
const METHOD = 'agreement 3';

type Asked = { batch: BatchRow; hash: string; answers: number };

async function ask(t: Repositories, batchId: string, slices: readonly Slice[]): Promise<Asked> {
  const batch = await requireBatch(t, batchId);
  const { hash, n } = await t.agreements.state([batchId]);
  const asked = slices.map((slice) => `${slice.id} ${slice.hash}`);
  const inputs = [METHOD, batch.labelSchemaVersionId, batchId, hash, ...asked].join(' ');
  return { batch, hash: createHash('sha256').update(inputs).digest('hex'), answers: n };
}

async function keptOf(t: Repositories, asked: Asked): Promise<Agreement | null> {
  const kept = await t.agreements.kept(asked.batch.projectId, asked.hash);
  return kept === null ? null : agreementSchema.parse(kept);
}

/** The slices that a batch has samples of, once they are found in its rows. */
async function slicesOfBatch(deps: Deps, actor: Actor, batchId: string): Promise<Slice[]> {
  const { projectId } = await query(deps, actor, (t) => requireBatch(t, batchId));
  const { slices } = await findSlices(deps, actor, { projectId, batchId });
  return slices.filter(({ samples }) => samples > 0);
}

async function samplesOf(
  t: Repositories,
  batchId: string,
  slices: readonly Slice[],
): Promise<SliceOfAnswers[]> {
  if (slices.length === 0) return [];
  const samples = new Map(slices.map(({ hash }) => [hash, new Set<string>()]));
  for (const { hash, item } of await t.slices.members(batchId, [...samples.keys()])) {
    samples.get(hash)?.add(sampleName(batchId, item));
  }
  return slices.map(({ id, hash }) => ({ id, samples: samples.get(hash) ?? new Set() }));
}

/** Computes agreement and keeps it by what it was computed from. */
async function computeNow(
  deps: Deps,
  actor: Actor,
  batchId: string,
  slices: readonly Slice[],
): Promise<Agreement> {
  const { asked, rows, schema, parts } = await query(deps, actor, async (t) => ({
    asked: await ask(t, batchId, slices),
    rows: await t.agreements.answers([batchId]),
    schema: (await documentsOf(t, batchId)).schema,
    parts: await samplesOf(t, batchId, slices),
  }));
  const document = computeAgreement(schema, rows, parts);
  // An answer that came meanwhile is in the rows and not in the hash, or the other way round.
  const same = await query(deps, actor, (t) => ask(t, batchId, slices));
  if (same.hash === asked.hash && same.answers === rows.length) {
    await query(deps, actor, (t) => t.agreements.keep(asked.batch.projectId, asked.hash, asJson(document)));
  }
  return document;
}

export type AgreementView = {
  state: 'ready' | 'to-compute';
  /** Answers that there are now. */
  answers: number;
  agreement: Agreement | null;
  /** By the id in `agreement`; without names where the reader may not see them. */
  people: { id: string; name: string | null }[];
  /** Those that the batch has samples of, by the id in `agreement`. */
  slices: { id: string; name: string }[];
};

/** Ids of people that say nothing, for those who may not see who they are. */
function withoutPeople(document: Agreement): Agreement {
  const alias = new Map(
    document.people.map((person, at) => [
      person,
      `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
    ]),
  );
  const of = (person: string) => alias.get(person) ?? person;
  const blinded = <P extends { first: string; second: string }>(pair: P): P => ({
    ...pair,
    first: of(pair.first),
    second: of(pair.second),
  });
  return {
    ...document,
    people: document.people.map(of),
    questions: document.questions.map((question) => ({
      ...question,
      pairs: question.pairs.map(blinded),
      regions:
        question.regions === null
          ? null
          : { ...question.regions, pairs: question.regions.pairs.map(blinded) },
    })),
  };
}

/**
 * Agreement on a batch as the answers are now. Of many answers it is computed by a job, once: until then the state says
 * so. Names are there for whoever may see them.
 */
export async function getAgreement(
  deps: Deps,
  actor: Actor,
  input: { batchId: string },
): Promise<AgreementView> {
  const slices = await slicesOfBatch(deps, actor, input.batchId);
  const { asked, kept, named } = await query(deps, actor, async (t) => {
    const asked = await ask(t, input.batchId, slices);
    const named = await seesPeople(t, actor, asked.batch.projectId);
    return { asked, kept: await keptOf(t, asked), named };
  });
  if (kept === null && asked.answers > MOST_AGREEMENT_NOW) {
    return { state: 'to-compute', answers: asked.answers, agreement: null, people: [], slices: [] };
  }
  const document = kept ?? (await computeNow(deps, actor, input.batchId, slices));
  const names = named
    ? await query(deps, actor, (t) => t.members.names(document.people))
    : new Map<string, string>();
  const shown = named ? document : withoutPeople(document);
  const people = shown.people.map((id) => ({ id, name: names.get(id) ?? null }));
  return {
    state: 'ready',
    answers: asked.answers,
    agreement: shown,
    people,
    slices: slices.map(({ id, name }) => ({ id, name })),
  };
}

/** Orders the job that computes agreement on a batch; one at a time. */
export function orderAgreement(
  deps: Deps,
  actor: Actor,
  input: { batchId: string },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const batch = await t.batches.lock(input.batchId);
    if (batch === null) throw new AssayError('not-found', 'There is no such batch.');
    const open = (await t.jobs.openFor(batch.id)).find((job) => job.kind === 'agreement.compute');
    const jobId =
      open?.id ??
      (await order({
        kind: 'agreement.compute',
        payload: { batchId: batch.id },
        subject: { type: 'batch', id: batch.id },
        projectId: batch.projectId,
      }));
    await record({
      action: 'agreement.ordered',
      object: { type: 'batch', id: batch.id },
      projectId: batch.projectId,
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { jobId };
  });
}

/** The job: nothing is computed twice of the same answers. */
export async function runAgreement(deps: Deps, run: JobRun<'agreement.compute'>): Promise<JsonValue> {
  const { batchId } = run.job.payload;
  const slices = await slicesOfBatch(deps, run.actor, batchId);
  const kept = await query(deps, run.actor, async (t) => keptOf(t, await ask(t, batchId, slices)));
  const document = kept ?? (await computeNow(deps, run.actor, batchId, slices));
  return { answers: document.answers, samples: document.samples };
}
