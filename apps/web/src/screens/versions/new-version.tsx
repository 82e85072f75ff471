'use client';

import {
  type AnswersMethod,
  answersMethod,
  FIRST_BRANCH,
  type VersionScope,
  versionScope,
} from '@assay/contracts';
import {
  Button,
  Callout,
  Card,
  Checkbox,
  EmptyState,
  Field,
  Input,
  LinkButton,
  NumberText,
  PageHeader,
  RadioGroup,
  Select,
  SkeletonRows,
  Textarea,
} from '@assay/ui';
import { keepPreviousData, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure, QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { CountsTable } from './counts-table.tsx';
import { versionPath } from './use-version.ts';

/** Choosing what becomes a version, with what that counts before it is committed. */
export function NewVersion({ projectId }: { projectId: string }) {
  const t = useTranslations('versions.new');
  const words = useTranslations('versions');
  const crumbs = useCrumbs();
  const trpc = useTRPC();
  const { path } = useOrg();
  const { project } = useMay(projectId);
  const runs = useQuery(trpc.run.list.queryOptions({ projectId, status: 'READY', limit: 50 }));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/versions`) },
          { label: t('crumb') },
        ])}
      />
      <QueryState query={runs} loading={<SkeletonRows rows={6} />}>
        {(found) =>
          found.runs.length === 0 ? (
            <Card>
              <EmptyState
                icon={<Play />}
                title={t('noRunsTitle')}
                description={t('noRunsBody')}
                action={
                  <LinkButton variant="primary" href={path(`/projects/${projectId}/runs`)}>
                    {t('noRunsAction')}
                  </LinkButton>
                }
              />
            </Card>
          ) : (
            <CommitForm projectId={projectId} runs={found.runs} />
          )
        }
      </QueryState>
    </>
  );
}

type ReadyRun = { id: string; number: number; name: string; rows: number | null };

function CommitForm({ projectId, runs }: { projectId: string; runs: readonly ReadyRun[] }) {
  const t = useTranslations('versions.new');
  const words = useTranslations('versions');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const refs = useQuery(trpc.version.refs.queryOptions({ projectId }));
  const branches = (refs.data?.refs ?? []).filter((ref) => ref.kind === 'branch');
  const [runIds, setRunIds] = useState<string[]>(runs.slice(0, 1).map((run) => run.id));
  const [scope, setScope] = useState<VersionScope>('labelled');
  const [method, setMethod] = useState<AnswersMethod>('majority');
  const [message, setMessage] = useState('');
  const [branch, setBranch] = useState(FIRST_BRANCH);
  const head = branches.find((ref) => ref.name === branch);
  const preview = useQuery({
    ...trpc.version.preview.queryOptions(
      runIds.length === 0 ? skipToken : { projectId, runIds, scope, method },
    ),
    placeholderData: keepPreviousData,
  });
  const commit = useMutation(trpc.version.commit.mutationOptions());
  const go = async () => {
    const made = await commit
      .mutateAsync({ projectId, runIds, scope, method, message, branch, parentId: head?.versionId ?? null })
      .catch(() => null);
    if (made === null) return;
    void queryClient.invalidateQueries(trpc.version.pathFilter());
    router.push(path(versionPath(projectId, made.versionId)));
  };
  const nothing = runIds.length === 0 || preview.data?.samples === 0;
  return (
    <form
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!commit.isPending && !nothing) void go();
      }}
    >
      <div className="flex min-w-0 flex-col gap-6">
        <Card title={t('runs')} description={t('runsAbout')}>
          <fieldset className="flex flex-col gap-3">
            <legend className="sr-only">{t('runs')}</legend>
            {runs.map((run) => (
              <Checkbox
                key={run.id}
                label={`${t('run', { number: run.number })}: ${run.name}`}
                hint={
                  run.rows === null ? undefined : (
                    <>
                      <NumberText value={run.rows} /> {t('rows')}
                    </>
                  )
                }
                checked={runIds.includes(run.id)}
                onChange={(checked) =>
                  setRunIds(checked ? [...runIds, run.id] : runIds.filter((each) => each !== run.id))
                }
              />
            ))}
          </fieldset>
        </Card>
        <Card title={t('which')}>
          <RadioGroup
            label={t('which')}
            value={scope}
            onChange={(value) => setScope(versionScope.parse(value))}
            options={versionScope.options.map((value) => ({
              value,
              label: words(`scope.${value}.name`),
              hint: words(`scope.${value}.about`),
            }))}
          />
        </Card>
        <Card title={t('how')} description={t('howAbout')}>
          <RadioGroup
            label={t('how')}
            value={method}
            onChange={(value) => setMethod(answersMethod.parse(value))}
            options={answersMethod.options.map((value) => ({
              value,
              label: words(`answers.${value}.name`),
              hint: words(`answers.${value}.about`),
            }))}
          />
        </Card>
        <Card title={t('name')}>
          <div className="flex flex-col gap-4">
            <Field label={t('message')} hint={t('messageHint')} optional>
              <Textarea
                value={message}
                rows={3}
                maxLength={2000}
                onChange={(event) => setMessage(event.target.value)}
              />
            </Field>
            <Field
              label={t('branch')}
              hint={
                head === undefined ? t('branchNew') : t('branchMoves', { name: branch, number: head.number })
              }
            >
              <BranchInput branches={branches.map((ref) => ref.name)} value={branch} onChange={setBranch} />
            </Field>
          </div>
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <Card title={t('preview')} description={t('previewAbout')}>
          <div aria-live="polite" aria-busy={preview.isFetching}>
            {runIds.length === 0 ? (
              <p className="text-sm text-fg-muted">{t('chooseRun')}</p>
            ) : preview.data === undefined ? (
              preview.isPending ? (
                <SkeletonRows rows={5} />
              ) : (
                <Failure error={preview.error} onRetry={preview.refetch} retrying={preview.isFetching} />
              )
            ) : (
              <CountsTable counts={preview.data} />
            )}
          </div>
        </Card>
        {preview.data?.samples === 0 && runIds.length > 0 ? (
          <Callout tone="warn" title={t('nothingTitle')}>
            {t('nothingBody')}
          </Callout>
        ) : null}
        <RefusalCallout
          error={commit.error}
          onReload={() => {
            commit.reset();
            void queryClient.invalidateQueries(trpc.version.pathFilter());
          }}
        />
        <Button
          type="submit"
          variant="primary"
          disabled={nothing || refs.data === undefined}
          loading={commit.isPending}
        >
          {t('go')}
        </Button>
      </div>
    </form>
  );
}

/** A branch that is there, or the name of a new one. */
function BranchInput({
  branches,
  value,
  onChange,
}: {
  branches: readonly string[];
  value: string;
  onChange: (name: string) => void;
}) {
  const t = useTranslations('versions.new');
  const [fresh, setFresh] = useState(false);
  if (branches.length === 0 || fresh) {
    return <Input value={value} maxLength={63} onChange={(event) => onChange(event.target.value.trim())} />;
  }
  return (
    <Select
      value={branches.includes(value) ? value : branches[0]}
      onChange={(event) => {
        if (event.target.value === '') {
          setFresh(true);
          onChange('');
        } else onChange(event.target.value);
      }}
      options={[
        ...branches.map((name) => ({ value: name, label: name })),
        { value: '', label: t('anotherBranch') },
      ]}
    />
  );
}
