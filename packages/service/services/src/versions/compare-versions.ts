import { AssayError, type FinalLabel, finalLabel, notFound, type VersionManifest } from '@assay/contracts';
import {
  type Actor,
  answerChanges,
  answerText,
  compareRows,
  differingKeys,
  type RowSet,
} from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { namesOf } from './read-versions.ts';
import { documentsOfVersion, labelsOfVersion, membersOf, schemasAmong } from './version-labels.ts';
import { requireManifest, requireVersion } from './version-record.ts';

type Place = { run: number; row: number };

/** One sample's final label that differs: there, gone, another answer, or the same one decided otherwise. */
type LabelChange = Place & {
  change: 'added' | 'removed' | 'changed' | 'redecided';
  labelSchemaId: string;
  questions: { questionId: string; before: string | null; after: string | null }[];
  before: Decided | null;
  after: Decided | null;
};
type Decided = { method: FinalLabel['method']; by: string[] };

type Difference = {
  added: Place[];
  removed: Place[];
  kept: number;
  labels: LabelChange[];
  /** Names of label schemas and questions by id. */
  schemas: Map<string, { name: string; questions: Map<string, string> }>;
};

const MOST_KEPT = 8;
const MOST_TRANSITIONS = 200;
/** By the roots of both: versions never change. */
const known = new Map<string, Promise<Difference>>();

function rowSets(
  manifest: VersionManifest,
  members: Awaited<ReturnType<typeof membersOf>>,
): Map<number, RowSet> {
  return new Map(
    manifest.runs.map((run) => [
      run.number,
      members === null ? { all: true, count: run.rows } : { all: false, rows: members.get(run.number) ?? [] },
    ]),
  );
}

async function differ(
  deps: Deps,
  orgId: string,
  before: VersionManifest,
  after: VersionManifest,
): Promise<Difference> {
  const [a, b] = [
    rowSets(before, await membersOf(deps, before)),
    rowSets(after, await membersOf(deps, after)),
  ];
  const none: RowSet = { all: false, rows: [] };
  const [added, removed]: [Place[], Place[]] = [[], []];
  let kept = 0;
  for (const run of [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y)) {
    const found = compareRows(a.get(run) ?? none, b.get(run) ?? none);
    kept += found.kept;
    for (const row of found.added) added.push({ run, row });
    for (const row of found.removed) removed.push({ run, row });
  }
  const schemas = schemasAmong([
    ...(await documentsOfVersion(deps, before)),
    ...(await documentsOfVersion(deps, after)),
  ]);
  const [old, now] = [await labelsOfVersion(deps, orgId, before), await labelsOfVersion(deps, orgId, after)];
  const text = (labelSchemaId: string, questionId: string, label: FinalLabel | null): string | null => {
    const answer = label?.answers[questionId];
    const question = schemas.get(labelSchemaId)?.document.questions.find((each) => each.id === questionId);
    if (answer === undefined) return null;
    return question === undefined ? JSON.stringify(answer) : answerText(question, answer);
  };
  const labels = differingKeys(old.byKey, now.byKey).map((key): LabelChange => {
    const [run = '', row = '', labelSchemaId = ''] = key.split('/');
    const read = (json: string | undefined) =>
      json === undefined ? null : finalLabel.parse(JSON.parse(json));
    const pair = { before: read(old.byKey.get(key)), after: read(now.byKey.get(key)) };
    const questions = answerChanges(pair).map(({ questionId }) => ({
      questionId,
      before: text(labelSchemaId, questionId, pair.before),
      after: text(labelSchemaId, questionId, pair.after),
    }));
    const decided = (label: FinalLabel | null) => label && { method: label.method, by: label.by };
    return {
      run: Number(run),
      row: Number(row),
      labelSchemaId,
      change:
        pair.before === null
          ? 'added'
          : pair.after === null
            ? 'removed'
            : questions.length > 0
              ? 'changed'
              : 'redecided',
      questions,
      before: decided(pair.before),
      after: decided(pair.after),
    };
  });
  return {
    added,
    removed,
    kept,
    labels: labels.sort((x, y) => x.run - y.run || x.row - y.row),
    schemas: new Map(
      [...schemas].map(([id, { name, document }]) => [
        id,
        { name, questions: new Map(document.questions.map((question) => [question.id, question.name])) },
      ]),
    ),
  };
}

function differenceOf(deps: Deps, orgId: string, before: VersionManifest, after: VersionManifest) {
  const key = `${orgId}/${before.root}/${after.root}`;
  const finding = known.get(key) ?? differ(deps, orgId, before, after);
  known.delete(key);
  known.set(key, finding);
  finding.catch(() => known.delete(key));
  const oldest = known.keys().next().value;
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return finding;
}

type Both = { versionId: string; otherId: string };

/** Both versions, of one project; the names behind their pseudonyms. `otherId` is what is compared with. */
async function readBoth(deps: Deps, actor: Actor, input: Both) {
  return query(deps, actor, async (t) => {
    const after = await requireVersion(t, input.versionId);
    const before = await t.versions.get(input.otherId);
    if (before === null || before.projectId !== after.projectId) throw notFound('version');
    return {
      before: { id: before.id, number: before.number, manifest: requireManifest(before) },
      after: { id: after.id, number: after.number, manifest: requireManifest(after) },
      names: await namesOf(t, after.projectId),
    };
  });
}

/**
 * What a version changed against another one of its project: samples added and removed, and labels, from what to what
 * and by whom. The contents of a sample are never changed: its key stands for a row of a run, and runs never change.
 */
export async function compareVersions(deps: Deps, actor: Actor, input: Both) {
  const { before, after, names } = await readBoth(deps, actor, input);
  const found = await differenceOf(deps, actor.orgId, before.manifest, after.manifest);
  const counted = { added: 0, removed: 0, changed: 0, redecided: 0 };
  const transitions = new Map<
    string,
    {
      labelSchemaId: string;
      questionId: string;
      before: string | null;
      after: string | null;
      count: number;
      by: Map<string, number>;
    }
  >();
  for (const label of found.labels) {
    counted[label.change] += 1;
    for (const { questionId, ...texts } of label.questions) {
      const key = JSON.stringify([label.labelSchemaId, questionId, texts.before, texts.after]);
      const own = transitions.get(key) ?? {
        labelSchemaId: label.labelSchemaId,
        questionId,
        ...texts,
        count: 0,
        by: new Map<string, number>(),
      };
      transitions.set(key, own);
      own.count += 1;
      for (const by of label.after?.by ?? []) own.by.set(by, (own.by.get(by) ?? 0) + 1);
    }
  }
  return {
    before: {
      id: before.id,
      number: before.number,
      root: before.manifest.root,
      counts: before.manifest.counts,
    },
    after: { id: after.id, number: after.number, root: after.manifest.root, counts: after.manifest.counts },
    sameParts: (['samples', 'labels', 'annotations', 'documents'] as const).filter(
      (part) => before.manifest.subroots[part] === after.manifest.subroots[part],
    ),
    samples: { added: found.added.length, removed: found.removed.length, kept: found.kept },
    labels: counted,
    transitions: [...transitions.values()]
      .sort((a, b) => b.count - a.count || ((a.before ?? '') < (b.before ?? '') ? -1 : 1))
      .slice(0, MOST_TRANSITIONS)
      .map(({ by, ...each }) => ({
        ...each,
        labelSchema: found.schemas.get(each.labelSchemaId)?.name ?? each.labelSchemaId,
        question: found.schemas.get(each.labelSchemaId)?.questions.get(each.questionId) ?? each.questionId,
        by: [...by]
          .map(([pseudonym, count]) => ({ pseudonym, name: names.get(pseudonym) ?? null, count }))
          .sort((a, b) => b.count - a.count),
      })),
    transitionsLeftOut: Math.max(0, transitions.size - MOST_TRANSITIONS),
  };
}

export type DifferenceKind = 'samples-added' | 'samples-removed' | 'labels';

/** The samples behind the counts of a comparison, page by page. */
export async function listDifferences(
  deps: Deps,
  actor: Actor,
  input: Both & { kind: DifferenceKind; from: number; limit: number },
) {
  const { before, after, names } = await readBoth(deps, actor, input);
  const found = await differenceOf(deps, actor.orgId, before.manifest, after.manifest);
  const runs = new Map(
    [...before.manifest.runs, ...after.manifest.runs].map((run) => [run.number, run.runId]),
  );
  const all =
    input.kind === 'labels' ? found.labels : input.kind === 'samples-added' ? found.added : found.removed;
  if (input.from > all.length) throw new AssayError('bad-input', 'There are not so many.', { field: 'from' });
  const page = all.slice(input.from, input.from + input.limit);
  const named = (decided: Decided | null | undefined) =>
    decided && {
      method: decided.method,
      by: decided.by.map((pseudonym) => ({ pseudonym, name: names.get(pseudonym) ?? null })),
    };
  return {
    total: all.length,
    items: page.map((place) => {
      const label = 'change' in place ? (place as LabelChange) : null;
      return {
        runId: runs.get(place.run) ?? '',
        run: place.run,
        row: place.row,
        change: label?.change ?? null,
        labelSchema:
          label === null ? null : (found.schemas.get(label.labelSchemaId)?.name ?? label.labelSchemaId),
        questions: (label?.questions ?? []).map((each) => ({
          question:
            found.schemas.get(label?.labelSchemaId ?? '')?.questions.get(each.questionId) ?? each.questionId,
          before: each.before,
          after: each.after,
        })),
        before: named(label?.before) ?? null,
        after: named(label?.after) ?? null,
      };
    }),
    next: input.from + page.length < all.length ? input.from + page.length : null,
  };
}
