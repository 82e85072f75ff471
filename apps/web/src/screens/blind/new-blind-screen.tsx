'use client';

import { LEAST_BLIND_ROWS } from '@assay/contracts';
import {
  Button,
  Card,
  Field,
  FormErrorSummary,
  Input,
  NumberInput,
  PageHeader,
  Textarea,
  useToast,
} from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { GuideLink } from '~/shell/guide-link.tsx';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type BatchField, dueMoment } from '../batches/new/draft.ts';
import { RunField } from '../batches/new/run-field.tsx';
import { useBatchWords } from '../batches/new/use-batch-words.ts';
import { WhoCard } from '../batches/new/who-card.tsx';
import { UnsavedGuard } from '../sources/unsaved-guard.tsx';
import { useMay } from '../sources/use-source.ts';
import { type BlindDraft, blindProblems, emptyBlindTest } from './blind-draft.ts';
import { ShownCard } from './shown-card.tsx';

/** Makes a blind test: of which run, how many rows, and who looks at them. */
export function NewBlindScreen({ projectId }: { projectId: string }) {
  const batches = useTranslations('batches');
  const t = useTranslations('blind.new');
  const guide = useTranslations('guide');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(projectId);
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={t('title')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: batches('titles.list'), href: path(`/projects/${projectId}/batches`) },
          { label: t('title') },
        ])}
        actions={<GuideLink page="blind-tests">{guide('blindTests')}</GuideLink>}
      />
      {mayNot('batch.manage') ? (
        <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
      ) : may('batch.manage') ? (
        <NewBlindForm projectId={projectId} />
      ) : (
        <LoadingCard />
      )}
    </div>
  );
}

function NewBlindForm({ projectId }: { projectId: string }) {
  const t = useTranslations('blind.new');
  const form = useTranslations('batches.new');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { params } = useUrlParams();
  const [draft, setDraft] = useState<BlindDraft>({ ...emptyBlindTest, runId: params.get('run') });
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const { problemText, fieldOfRefusal } = useBatchWords();
  const { runId } = draft;
  const shown = useQuery(
    trpc.batch.blindTestOf.queryOptions(runId === null ? skipToken : { projectId, runId }),
  );
  const create = useMutation(trpc.batch.createBlind.mutationOptions());
  const isPossible = shown.data !== undefined && shown.data.reasons.length === 0;
  const problems = blindProblems(draft, isPossible ? shown.data.most : null, new Date());
  const refusal = create.error === null ? null : refusalOf(create.error);
  const refused = refusal === null ? null : fieldOfRefusal(refusal.field);
  const set = (part: Partial<BlindDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setTouched(true);
    if (create.error !== null) create.reset();
  };
  const errorAt = (field: BatchField): string | undefined => {
    if (refusal !== null && refused === field) return refusal.message;
    const problem = tried ? problems.find((each) => each.field === field) : undefined;
    return problem === undefined ? undefined : problemText(problem);
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { size, overlap } = draft;
    if (problems.length > 0 || !isPossible || create.isPending || create.isSuccess) return;
    if (runId === null || size === null || overlap === null) return;
    try {
      const { batchId } = await create.mutateAsync({
        projectId,
        name: draft.name.trim(),
        description: draft.description,
        runId,
        size,
        overlap,
        priority: draft.priority,
        dueAt: dueMoment(draft.due)?.toISOString() ?? null,
        assignment: draft.assignment,
        people: draft.assignment === 'named' ? [...draft.people] : [],
      });
      toast({ title: t('created') });
      void queryClient.invalidateQueries(trpc.batch.pathFilter());
      router.push(path(`/batches/${batchId}`));
    } catch {
      // The mutation keeps the refusal, which is shown beside its field and above the button.
    }
  };
  return (
    <form onSubmit={submit} noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <UnsavedGuard dirty={touched && !create.isSuccess} />
      <div className="flex min-w-0 flex-col gap-6">
        <FormErrorSummary
          errors={tried ? problems.map((each) => ({ fieldId: each.field, message: problemText(each) })) : []}
        />
        <Card title={t('rowsTitle')} description={t('rowsAbout')}>
          <div className="flex flex-col gap-5">
            <RunField
              projectId={projectId}
              runId={runId}
              onRun={(run) => set({ runId: run })}
              error={errorAt('runId')}
            />
            <Field
              label={t('size')}
              id="size"
              required
              error={errorAt('size')}
              hint={isPossible ? t('sizeMost', { most: shown.data.most }) : t('sizeHint')}
              className="max-w-xs"
            >
              <NumberInput
                value={draft.size}
                min={LEAST_BLIND_ROWS}
                max={isPossible ? shown.data.most : undefined}
                onChange={(size) => set({ size })}
              />
            </Field>
            <Field label={form('name')} id="name" required error={errorAt('name')}>
              <Input
                value={draft.name}
                maxLength={120}
                onChange={({ target }) => set({ name: target.value })}
              />
            </Field>
            <Field label={form('description')} optional>
              <Textarea
                rows={2}
                maxLength={4000}
                value={draft.description}
                onChange={({ target }) => set({ description: target.value })}
              />
            </Field>
          </div>
        </Card>
        <WhoCard projectId={projectId} draft={draft} set={set} errorAt={errorAt} isBlind />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <ShownCard hasRun={runId !== null} shown={shown} />
        <RefusalCallout error={create.error} />
        <Button
          type="submit"
          variant="primary"
          disabled={shown.data !== undefined && !isPossible}
          loading={create.isPending || create.isSuccess}
        >
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
