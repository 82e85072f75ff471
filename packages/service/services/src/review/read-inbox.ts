import {
  type LabelSchema,
  type ReviewMark,
  type ReviewStatus,
  type RoutingReason,
  reviewMark,
  reviewStatus,
} from '@assay/contracts';
import type { Repositories, ReviewFilter } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { documentsOf } from '../work/batch-documents.ts';

/** What marks and filters are about, in the words of the label schemas of these batches. */
export type ReviewWords = {
  questions: { id: string; name: string }[];
  labels: { id: string; name: string }[];
  cellReasons: { id: string; name: string }[];
};

export function wordsOf(schemas: readonly LabelSchema[]): ReviewWords {
  const [questions, labels, cellReasons] = [new Map(), new Map(), new Map()] as Map<string, string>[];
  for (const question of schemas.flatMap((schema) => schema.questions)) {
    questions?.set(question.id, question.name);
    if ('labels' in question) for (const label of question.labels) labels?.set(label.id, label.name);
    if (question.kind === 'cells')
      for (const reason of question.reasons) cellReasons?.set(reason.id, reason.name);
  }
  const list = (map: Map<string, string> | undefined) => [...(map ?? [])].map(([id, name]) => ({ id, name }));
  return { questions: list(questions), labels: list(labels), cellReasons: list(cellReasons) };
}

async function wordsOfBatches(t: Repositories, batchIds: Iterable<string>): Promise<ReviewWords> {
  const schemas: LabelSchema[] = [];
  for (const batchId of new Set(batchIds)) schemas.push((await documentsOf(t, batchId)).schema);
  return wordsOf(schemas);
}

export type InboxItem = {
  id: string;
  batchId: string;
  item: number;
  row: number;
  status: ReviewStatus;
  marks: ReviewMark[];
  labels: string[];
  alike: string;
  /** Open items that are here for the same first reason, this one included. */
  alikeCount: number;
  round: number;
  /** Somebody looks at it now. */
  held: boolean;
  /** One answered it oneself, so that somebody else reviews it. */
  own: boolean;
  createdAt: Date;
  changedAt: Date;
};

/** What waits for an expert, why, and how many are alike; what comes first is first. */
export function listReview(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    status: ReviewStatus;
    batchId?: string | undefined;
    reason?: RoutingReason | undefined;
    label?: string | undefined;
    alike?: string | undefined;
    after: string | null;
    limit: number;
  },
) {
  const { after, limit, ...filter } = input;
  return query(deps, actor, async (t) => {
    const rows = await t.reviews.list(filter satisfies ReviewFilter, actor.userId, after, limit + 1);
    const page = rows.slice(0, limit);
    const alike = await t.reviews.alike(input.projectId, [...new Set(page.map((row) => row.alike))]);
    const facets = await t.reviews.facets(input.projectId, input.status);
    const counts = await t.reviews.counts(input.projectId);
    const named = (kind: string) => facets.filter((facet) => facet.kind === kind);
    const batchIds = named('batch').map((facet) => facet.name);
    const batches = await Promise.all(batchIds.map((id) => t.batches.get(id)));
    return {
      items: page.map(
        (row): InboxItem => ({
          id: row.id,
          batchId: row.batchId,
          item: row.item,
          row: row.row,
          status: reviewStatus.parse(row.status),
          marks: reviewMark.array().parse(row.marks),
          labels: row.labels,
          alike: row.alike,
          alikeCount: alike.get(row.alike) ?? 0,
          round: row.round,
          held: row.reviewerId !== null,
          own: row.own,
          createdAt: row.createdAt,
          changedAt: row.changedAt,
        }),
      ),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      counts: {
        open: counts.get('OPEN') ?? 0,
        sentBack: counts.get('SENT_BACK') ?? 0,
        decided: counts.get('DECIDED') ?? 0,
      },
      reasons: named('reason').map(({ name, n }) => ({ reason: name as RoutingReason, count: n })),
      labels: named('label').map(({ name, n }) => ({ id: name, count: n })),
      batches: named('batch').flatMap(({ name, n }) => {
        const batch = batches.find((each) => each?.id === name);
        return batch == null ? [] : [{ id: batch.id, number: batch.number, name: batch.name, count: n }];
      }),
      words: await wordsOfBatches(t, batchIds),
    };
  });
}
