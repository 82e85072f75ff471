'use client';

import { Button, Callout, FormErrorSummary, PageHeader, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { readFilter } from '../../data/use-table-state.ts';
import { UnsavedGuard } from '../../sources/unsaved-guard.tsx';
import { useMay } from '../../sources/use-source.ts';
import { ControlsCard } from './controls-card.tsx';
import {
  type BatchDraft,
  controlsOf,
  dueMoment,
  emptyBatch,
  problemsOf,
  rateOf,
  selectionOf,
} from './draft.ts';
import { QuestionsCard } from './questions-card.tsx';
import { RowsCard } from './rows-card.tsx';
import { SizeCard } from './size-card.tsx';
import { useBatchWords } from './use-batch-words.ts';
import { WhoCard } from './who-card.tsx';

/** Makes a batch: which rows, what is asked, of whom and by when; what it takes is said while one chooses. */
export function NewBatchScreen({ projectId }: { projectId: string }) {
  const words = useTranslations('batches');
  const t = useTranslations('batches.new');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(projectId);
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/batches`) },
          { label: words('titles.new') },
        ])}
      />
      {mayNot('batch.manage') ? (
        <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
      ) : may('batch.manage') ? (
        <NewBatchForm projectId={projectId} />
      ) : (
        <LoadingCard />
      )}
    </div>
  );
}

function NewBatchForm({ projectId }: { projectId: string }) {
  const t = useTranslations('batches.new');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { params } = useUrlParams();
  const [draft, setDraft] = useState<BatchDraft>({
    ...emptyBatch,
    runId: params.get('run'),
    prelabelImportId: params.get('prelabels') ?? '',
    ...(params.get('prelabels') === null
      ? {}
      : {
          kind: 'verify' as const,
          labelSchemaId: params.get('schema'),
          labelSchemaVersionId: params.get('version'),
        }),
  });
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const { problemText, fieldOfRefusal } = useBatchWords();
  const runId = draft.runId ?? skipToken;
  const run = useQuery(trpc.run.get.queryOptions(runId === skipToken ? skipToken : { runId }));
  const create = useMutation(trpc.batch.create.mutationOptions());
  const columns = (run.data?.columns ?? []).map((column) => ({ ...column, maskedReason: null }));
  const filter =
    run.data === undefined && draft.where === ''
      ? { predicate: { op: 'true' } as const, problem: null }
      : readFilter(draft.where, columns);
  const problems = problemsOf(draft, filter.predicate !== null, new Date());
  const refusal = create.error === null ? null : refusalOf(create.error);
  const refused = refusal === null ? null : fieldOfRefusal(refusal.field);
  const investigation = run.data?.status === 'BLOCKED';
  const set = (part: Partial<BatchDraft>) => {
    // Proposals are of one run and one label schema: with another they go.
    const leaves =
      (part.runId !== undefined || part.labelSchemaId !== undefined) && part.prelabelImportId === undefined;
    setDraft((before) => ({ ...before, ...part, ...(leaves ? { prelabelImportId: '' } : {}) }));
    setTouched(true);
    if (create.error !== null) create.reset();
  };
  const errorAt = (field: (typeof problems)[number]['field']): string | undefined => {
    if (refusal !== null && refused === field) return refusal.message;
    const problem = tried ? problems.find((each) => each.field === field) : undefined;
    return problem === undefined ? undefined : problemText(problem);
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { labelSchemaVersionId, overlap } = draft;
    if (problems.length > 0 || filter.predicate === null || create.isPending || create.isSuccess) return;
    if (draft.runId === null || labelSchemaVersionId === null || overlap === null) return;
    try {
      const { batchId } = await create.mutateAsync({
        projectId,
        kind: draft.kind,
        name: draft.name.trim(),
        description: draft.description,
        runId: draft.runId,
        labelSchemaVersionId,
        guidelineId: draft.guidelineId === '' ? null : draft.guidelineId,
        investigation,
        selection: selectionOf(draft, filter.predicate, crypto.randomUUID()),
        overlap,
        reviewRate: rateOf(draft.reviewRate),
        priority: draft.priority,
        dueAt: dueMoment(draft.due)?.toISOString() ?? null,
        assignment: draft.assignment,
        people: draft.assignment === 'named' ? [...draft.people] : [],
        controls: controlsOf(draft),
        prelabelImportId: draft.prelabelImportId === '' ? null : draft.prelabelImportId,
      });
      toast({ title: t('created') });
      void queryClient.invalidateQueries(trpc.batch.pathFilter());
      router.push(path(`/batches/${batchId}`));
    } catch {
      // The mutation keeps the refusal, which is shown beside its field and above the button.
    }
  };
  const part = { projectId, draft, set, errorAt };
  return (
    <form onSubmit={submit} noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <UnsavedGuard dirty={touched && !create.isSuccess} />
      <div className="flex min-w-0 flex-col gap-6">
        <FormErrorSummary
          errors={tried ? problems.map((each) => ({ fieldId: each.field, message: problemText(each) })) : []}
        />
        <RowsCard {...part} run={run.data} filterProblem={filter.problem} />
        <QuestionsCard {...part} />
        <WhoCard {...part} />
        <ControlsCard {...part} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <SizeCard projectId={projectId} draft={draft} predicate={filter.predicate} run={run.data} />
        {investigation ? <Callout tone="warn">{t('investigationMade')}</Callout> : null}
        <RefusalCallout error={create.error} />
        <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
