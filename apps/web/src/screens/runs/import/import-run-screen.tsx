'use client';

import { policyRef } from '@assay/contracts';
import { Callout, Card, Field, Input, LinkButton, PageHeader, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { usePolicyOptions } from '../../recipes/use-policy-options.ts';
import { ACCEPTED } from '../../sources/upload/check-file.ts';
import { FileCard } from '../../sources/upload/file-card.tsx';
import { SubmitRow } from '../../sources/upload/submit-row.tsx';
import { useUpload } from '../../sources/upload/use-upload.ts';
import { useMay } from '../../sources/use-source.ts';
import { emptyProvenance, ProvenanceFields, provenanceOf } from './provenance-fields.tsx';

/** Rows that were made elsewhere become a run beside the source that they imitate. */
export function ImportRunScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('runs.import');
  const words = useTranslations('runs');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { params } = useUrlParams();
  const { project, mayNot } = useMay(projectId);
  const file = useUpload(projectId);
  const [chosen, setChosen] = useState<string | null>(params.get('source'));
  const [provenance, setProvenance] = useState(emptyProvenance);
  const [name, setName] = useState('');
  const [policy, setPolicy] = useState<string | null>(null);
  const { options, standard } = usePolicyOptions(projectId);
  const sources = useQuery(trpc.source.list.queryOptions({ projectId, limit: 200 }));
  const listed = (sources.data?.sources ?? []).filter((source) => source.erasedAt === null);
  const sourceId = chosen ?? (listed.length === 1 ? (listed[0]?.id ?? null) : null);
  const order = useMutation(trpc.run.import.mutationOptions());
  const { phase, uploadId } = file.state;
  const said = provenanceOf(provenance);
  const ready = phase === 'complete' && sourceId !== null && said !== null;
  const busy = order.isPending || order.isSuccess;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready || uploadId === null || busy) return;
    const ref = policyRef.safeParse(policy);
    try {
      const { runId } = await order.mutateAsync({
        projectId,
        sourceId,
        uploadId,
        provenance: said,
        mapping: null,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(ref.success ? { policyRef: ref.data } : {}),
      });
      void queryClient.invalidateQueries(trpc.run.list.pathFilter());
      router.push(path(`/runs/${runId}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <div className="flex max-w-3xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.import')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/runs`) },
          { label: words('titles.import') },
        ])}
      />
      {mayNot('run.import') ? (
        <Callout title={t('notAllowedTitle')}>{t('notAllowedBody')}</Callout>
      ) : sources.data !== undefined && listed.length === 0 ? (
        <Callout
          title={t('noSource')}
          actions={
            <LinkButton size="sm" href={path(`/projects/${projectId}/sources/new`)}>
              {t('addSource')}
            </LinkButton>
          }
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-6">
          <FileCard upload={file} title={t('fileTitle')} hint={t('fileHint')} accept={ACCEPTED} />
          <Card>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('source')} hint={t('sourceHint')} required className="sm:col-span-2">
                <Select
                  placeholder={t('pickSource')}
                  value={sourceId ?? ''}
                  disabled={busy}
                  onChange={(event) => setChosen(event.target.value === '' ? null : event.target.value)}
                  options={listed.map((source) => ({ value: source.id, label: source.name }))}
                />
              </Field>
              <Field label={t('name')} hint={t('nameHint')} optional>
                <Input
                  value={name}
                  maxLength={120}
                  disabled={busy}
                  onChange={(event) => setName(event.target.value)}
                />
              </Field>
              <Field label={t('policy')}>
                <Select
                  value={policy ?? standard}
                  disabled={busy}
                  onChange={(event) => setPolicy(event.target.value)}
                  options={options}
                />
              </Field>
            </div>
          </Card>
          <Card title={t('provenance')} description={t('provenanceAbout')}>
            <ProvenanceFields draft={provenance} disabled={busy} onChange={setProvenance} />
          </Card>
          <RefusalCallout error={order.error} />
          <SubmitRow
            label={t('go')}
            waitsFor={
              ready ? null : phase === 'none' || phase === 'complete' ? t('chooseFirst') : t('waitForFile')
            }
            ready={ready}
            busy={busy}
          />
        </form>
      )}
    </div>
  );
}
