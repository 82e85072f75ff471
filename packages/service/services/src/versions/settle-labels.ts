import {
  type Annotation,
  annotation,
  type ExclusionReason,
  type FinalLabel,
  type LabelMethod,
  type LabelSchema,
  type VersionCounts,
  type VersionSelection,
} from '@assay/contracts';
import type { LabelSnapshot, StandingAnswer, StandingDecision } from '@assay/db';
import { decideLabel, type EstimatedLabel, exclusionOf, mostSay, withoutRemarks } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { estimateLabels } from './estimate-labels.ts';
import { compareEntries, type Entry } from './version-entries.ts';

/** A run that a version takes rows of. */
export type RunInVersion = { runId: string; number: number; rows: number };

export type SettledLabels = {
  /** Rows of each run that are samples, in order; null for all of them. By the run's number. */
  members: Map<number, number[] | null>;
  labels: Entry[];
  annotations: Entry[];
  counts: VersionCounts;
  /** Versions of guidelines and label schemas that stand behind the labels and annotations. */
  labelSchemaVersionIds: Set<string>;
  guidelineVersionIds: Set<string>;
  people: { pseudonym: string; annotations: number; decisions: number }[];
};

type Answer = StandingAnswer & { document: Annotation };
/** What is said of one sample under one label schema. */
type UnderSchema = { answers: Answer[]; decision: StandingDecision | null };
type Sample = { row: number; schemas: Map<string, UnderSchema> };

/** Answers by sample and label schema; of one person under one schema the newest counts. */
function samplesOf(snapshot: LabelSnapshot): Map<string, Map<number, Sample>> {
  const runs = new Map<string, Map<number, Sample>>();
  const under = (runId: string, row: number, schemaId: string): UnderSchema => {
    const rows = runs.get(runId) ?? new Map<number, Sample>();
    runs.set(runId, rows);
    const sample = rows.get(row) ?? { row, schemas: new Map<string, UnderSchema>() };
    rows.set(row, sample);
    const found = sample.schemas.get(schemaId) ?? { answers: [], decision: null };
    sample.schemas.set(schemaId, found);
    return found;
  };
  for (const answer of snapshot.answers) {
    const { answers } = under(answer.runId, Number(answer.row), answer.labelSchemaId);
    answers.push({ ...answer, document: annotation.parse(answer.payload) });
  }
  for (const decision of snapshot.decisions) {
    under(decision.runId, Number(decision.row), decision.labelSchemaId).decision = decision;
  }
  return runs;
}

/** One answer of each person: their newest. */
function newestOfEach(answers: readonly Answer[]): Answer[] {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const other = newest.get(answer.authorId);
    if (other === undefined || other.createdAt.getTime() <= answer.createdAt.getTime()) {
      newest.set(answer.authorId, answer);
    }
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** By label schema and question, then by sample. */
function estimatesOf(
  runs: Map<string, Map<number, Sample>>,
  schemas: ReadonlyMap<string, LabelSchema>,
): Map<string, Map<string, EstimatedLabel>> {
  const estimates = new Map<string, Map<string, EstimatedLabel>>();
  for (const [schemaId, schema] of schemas) {
    const given = [...runs].flatMap(([runId, rows]) =>
      [...rows.values()].flatMap(({ row, schemas: under }) =>
        newestOfEach(under.get(schemaId)?.answers ?? []).map((answer) => ({
          sample: `${runId}/${row}`,
          by: answer.authorId,
          payload: answer.document,
        })),
      ),
    );
    for (const question of schema.questions) {
      if (question.kind === 'single') {
        estimates.set(`${schemaId}/${question.id}`, estimateLabels(question.id, given));
      }
    }
  }
  return estimates;
}

/**
 * What a version says of the rows of its runs: which are samples, their final labels, all answers to them, and the
 * counts of it all. The same input gives the same result.
 *
 * @param schemas the newest version of each label schema that anybody answered under
 */
export function settleLabels(
  selection: VersionSelection,
  runs: readonly RunInVersion[],
  snapshot: LabelSnapshot,
  schemas: ReadonlyMap<string, LabelSchema>,
  pseudonymOf: (userId: string) => string,
): SettledLabels {
  const said = samplesOf(snapshot);
  const estimates = selection.method === 'dawid-skene' ? estimatesOf(said, schemas) : new Map();
  const rowsOf = (list: LabelSnapshot['flagged']) => new Set(list.map(({ runId, row }) => `${runId}/${row}`));
  const [flagged, inReview] = [rowsOf(snapshot.flagged), rowsOf(snapshot.inReview)];
  const members = new Map<number, number[] | null>();
  const labels: Entry[] = [];
  const annotations: Entry[] = [];
  const excluded = new Map<ExclusionReason, number>();
  const methods = new Map<LabelMethod, number>();
  const people = new Map<string, { annotations: number; decisions: number }>();
  const [labelSchemaVersionIds, guidelineVersionIds] = [new Set<string>(), new Set<string>()];
  let [samples, labelled] = [0, 0];
  const credit = (userId: string, what: 'annotations' | 'decisions') => {
    const pseudonym = pseudonymOf(userId);
    const own = people.get(pseudonym) ?? { annotations: 0, decisions: 0 };
    own[what] += 1;
    people.set(pseudonym, own);
    return pseudonym;
  };
  const exclude = (reason: ExclusionReason, count = 1) =>
    excluded.set(reason, (excluded.get(reason) ?? 0) + count);

  for (const run of runs) {
    const ofRun = said.get(run.runId) ?? new Map<number, Sample>();
    const kept: number[] = [];
    // Rows of which nothing is known need no look one by one, except that a pattern may have flagged them.
    const known = new Set(ofRun.keys());
    for (const { runId, row } of [...snapshot.flagged, ...snapshot.inReview]) {
      if (runId === run.runId) known.add(Number(row));
    }
    const untouched = run.rows - known.size;
    for (const row of [...known].sort((a, b) => a - b)) {
      const sample = ofRun.get(row) ?? { row, schemas: new Map<string, UnderSchema>() };
      const place = `${run.runId}/${row}`;
      const under = [...sample.schemas].sort(([a], [b]) => (a < b ? -1 : 1));
      const everything = under.flatMap(([, { answers }]) =>
        newestOfEach(answers).map((each) => each.document),
      );
      const rejected =
        flagged.has(place) || under.some(([, { decision }]) => decision?.outcome === 'rejected');
      const finals = rejected
        ? []
        : under.flatMap(([schemaId, { answers, decision }]) => {
            const label = finalLabelOf(schemaId, answers, decision, selection, schemas, estimates, place);
            return label === null ? [] : [label];
          });
      const reason = exclusionOf(selection.scope, {
        answered: everything.length > 0,
        labelled: finals.length > 0,
        implausible: mostSay(everything, (each) => each.realism?.verdict === 'implausible'),
        artefact: mostSay(everything, (each) => each.artefact),
        rejected,
        inReview: inReview.has(place),
      });
      if (reason !== null) {
        exclude(reason);
        continue;
      }
      kept.push(row);
      labelled += finals.length > 0 ? 1 : 0;
      for (const { label, authors, expert } of finals) {
        const by =
          expert === null ? [...new Set(authors)].map(pseudonymOf).sort() : [credit(expert, 'decisions')];
        methods.set(label.method, (methods.get(label.method) ?? 0) + 1);
        labelSchemaVersionIds.add(label.labelSchemaVersionId);
        const text = canonicalJson({ ...label, by });
        labels.push({ run: run.number, row, id: label.labelSchemaId, text });
      }
      for (const [, { answers }] of under) {
        for (const answer of answers) {
          const author = credit(answer.authorId, 'annotations');
          labelSchemaVersionIds.add(answer.labelSchemaVersionId);
          if (answer.guidelineVersionId !== null) guidelineVersionIds.add(answer.guidelineVersionId);
          annotations.push({ run: run.number, row, id: answer.id, text: frozen(answer, author) });
        }
      }
    }
    if (selection.scope === 'all') {
      members.set(run.number, null);
      samples += run.rows;
    } else {
      members.set(run.number, kept);
      samples += kept.length;
      if (untouched > 0) exclude('not-labelled', untouched);
    }
  }
  const list = <K extends string, T>(counted: Map<K, number>, make: (name: K, count: number) => T): T[] =>
    [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => make(name, count));
  return {
    members,
    labels: labels.sort(compareEntries),
    annotations: annotations.sort(compareEntries),
    labelSchemaVersionIds,
    guidelineVersionIds,
    counts: {
      rows: runs.reduce((sum, run) => sum + run.rows, 0),
      samples,
      exclusions: list(excluded, (reason, count) => ({ reason, count })),
      labelled,
      labels: labels.length,
      methods: list(methods, (method, count) => ({ method, count })),
      annotations: annotations.length,
      people: [...people.values()].filter((each) => each.annotations > 0).length,
      investigation: snapshot.investigation,
    },
    people: [...people]
      .map(([pseudonym, own]) => ({ pseudonym, ...own }))
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
  };
}

type Settled = { label: Omit<FinalLabel, 'by'>; authors: string[]; expert: string | null };

function finalLabelOf(
  labelSchemaId: string,
  all: readonly Answer[],
  decision: StandingDecision | null,
  selection: VersionSelection,
  schemas: ReadonlyMap<string, LabelSchema>,
  estimates: ReadonlyMap<string, Map<string, EstimatedLabel>>,
  place: string,
): Settled | null {
  const common = { type: 'assay.final-label', version: 1, labelSchemaId } as const;
  if (decision !== null && decision.payload !== null) {
    return {
      label: {
        ...common,
        labelSchemaVersionId: decision.labelSchemaVersionId,
        method: 'expert',
        answers: withoutRemarks(annotation.parse(decision.payload).answers),
        from: [...decision.basedOn].sort(),
        decisionId: decision.id,
        support: null,
      },
      authors: [],
      expert: decision.decidedBy,
    };
  }
  const answers = newestOfEach(all);
  const schema = schemas.get(labelSchemaId);
  const newest = answers.reduce<Answer | null>(
    (best, each) => (best === null || each.labelSchemaNumber > best.labelSchemaNumber ? each : best),
    null,
  );
  if (schema === undefined || newest === null) return null;
  const estimated = new Map<string, EstimatedLabel>();
  for (const question of schema.questions) {
    const estimate = estimates.get(`${labelSchemaId}/${question.id}`)?.get(place);
    if (estimate !== undefined) estimated.set(question.id, estimate);
  }
  const decided = decideLabel(
    schema,
    answers.map((answer) => answer.document),
    selection.method,
    estimated,
  );
  if (!decided.ok) return null;
  return {
    label: {
      ...common,
      labelSchemaVersionId: newest.labelSchemaVersionId,
      method: decided.method,
      answers: decided.answers,
      from: answers.map((answer) => answer.id),
      decisionId: null,
      support: decided.support,
    },
    authors: answers.map((answer) => answer.authorId),
    expert: null,
  };
}

/** An annotation as it is kept: with its author's pseudonym in place of who it is, and whether it was imported. */
function frozen(answer: Answer, author: string): string {
  return canonicalJson({
    type: 'assay.frozen-annotation',
    version: 1,
    author,
    batchId: answer.batchId,
    labelSchemaId: answer.labelSchemaId,
    labelSchemaVersionId: answer.labelSchemaVersionId,
    guidelineVersionId: answer.guidelineVersionId,
    supersedes: answer.supersedes,
    toolVersion: answer.toolVersion,
    activeMs: Number(answer.activeMs),
    at: answer.createdAt.toISOString(),
    ...(answer.imported ? { imported: true } : {}),
    payload: answer.document,
  });
}
