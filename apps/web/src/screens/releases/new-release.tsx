'use client';

import { policyRef } from '@assay/contracts';
import {
  Button,
  Callout,
  Card,
  EmptyState,
  Field,
  Input,
  LinkButton,
  PageHeader,
  Select,
  SkeletonRows,
  Textarea,
} from '@assay/ui';
import { skipToken, useMutation } from '@tanstack/react-query';
import { Stamp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { usePolicyOptions } from '../recipes/use-policy-options.ts';
import { useMay } from '../sources/use-source.ts';
import { TermsCallout } from './terms-callout.tsx';
import { TestReadsCard } from './test-reads-card.tsx';
import { type ReleasePreview, releasePath, useReleaseChanged } from './use-release.ts';

/** Asking for a release: what it will be judged by, and what that reads, before anything is read. */
export function NewRelease({ projectId }: { projectId: string }) {
  const t = useTranslations('releases.new');
  const words = useTranslations('releases');
  const crumbs = useCrumbs();
  const trpc = useTRPC();
  const { path } = useOrg();
  const { project } = useMay(projectId);
  const { params } = useUrlParams();
  const versionId = params.get('version');
  const preview = useQuery(trpc.release.preview.queryOptions(versionId === null ? skipToken : { versionId }));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/releases`) },
          { label: t('crumb') },
        ])}
      />
      {versionId === null ? (
        <Card>
          <EmptyState
            icon={<Stamp />}
            title={t('noVersionTitle')}
            description={t('noVersionBody')}
            action={
              <LinkButton variant="primary" href={path(`/projects/${projectId}/versions`)}>
                {t('toVersions')}
              </LinkButton>
            }
          />
        </Card>
      ) : (
        <QueryState query={preview} loading={<SkeletonRows rows={6} />}>
          {(found) => <RequestForm preview={found} />}
        </QueryState>
      )}
    </>
  );
}

function RequestForm({ preview }: { preview: ReleasePreview }) {
  const t = useTranslations('releases.new');
  const versions = useTranslations('versions');
  const trpc = useTRPC();
  const router = useRouter();
  const changed = useReleaseChanged();
  const { path } = useOrg();
  const { projectId, id: versionId, number } = preview.version;
  const { options, standard } = usePolicyOptions(projectId);
  const [title, setTitle] = useState('');
  const [notes, setNotes] = useState('');
  const [policy, setPolicy] = useState<string | null>(null);
  const request = useMutation(trpc.release.request.mutationOptions());
  const stopped = preview.undecided !== null || preview.terms.length > 0;
  const go = async () => {
    const ref = policyRef.safeParse(policy);
    const made = await request
      .mutateAsync({ versionId, title, notes, ...(ref.success ? { policyRef: ref.data } : {}) })
      .catch(() => null);
    if (made === null) return;
    void changed();
    router.push(path(releasePath(made.releaseId)));
  };
  const blocking = preview.goals.filter((goal) => goal.blocking);
  return (
    <form
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!request.isPending && !stopped && title.trim() !== '') void go();
      }}
    >
      <div className="flex min-w-0 flex-col gap-6">
        <Card title={t('of', { version: versions('numbered', { number }) })}>
          <div className="flex flex-col gap-4">
            <Field label={t('name')} hint={t('nameHint')} required>
              <Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
            </Field>
            <Field label={t('notes')} hint={t('notesHint')} optional>
              <Textarea
                value={notes}
                rows={4}
                maxLength={5000}
                onChange={(event) => setNotes(event.target.value)}
              />
            </Field>
            <Field label={t('policy')} hint={t('policyHint')}>
              <Select
                value={policy ?? standard}
                onChange={(event) => setPolicy(event.target.value)}
                options={options}
              />
            </Field>
          </div>
        </Card>
        <TestReadsCard
          tests={preview.tests}
          unreferenced={preview.unreferenced}
          pictures={preview.pictures}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <Card title={t('goals')} description={t('goalsAbout')}>
          {blocking.length === 0 ? (
            <p className="text-sm text-fg-muted">{t('noGoals')}</p>
          ) : (
            <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
              {blocking.map((goal) => (
                <li key={goal.id} className="wrap-anywhere">
                  {goal.name}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <TermsCallout terms={preview.terms} />
        {preview.undecided === null ? null : (
          <Callout
            tone="warn"
            title={t('undecidedTitle', { number: preview.undecided.number })}
            actions={
              <LinkButton size="sm" href={path(releasePath(preview.undecided.id))}>
                {t('undecidedOpen')}
              </LinkButton>
            }
          >
            {t('undecidedBody')}
          </Callout>
        )}
        <RefusalCallout error={request.error} />
        <Button
          type="submit"
          variant="primary"
          disabled={stopped || title.trim() === ''}
          loading={request.isPending}
        >
          {t('go')}
        </Button>
      </div>
    </form>
  );
}
