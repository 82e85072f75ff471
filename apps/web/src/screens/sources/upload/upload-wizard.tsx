'use client';

import { Callout, Card, Field, Input, LinkButton, PageHeader, Textarea } from '@assay/ui';
import { skipToken, useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../use-source.ts';
import { ACCEPTED, nameFromFile } from './check-file.ts';
import { FileCard } from './file-card.tsx';
import { ImportSteps } from './import-steps.tsx';
import { recallUpload, rememberUpload } from './remembered-upload.ts';
import { SubmitRow } from './submit-row.tsx';
import { UnfinishedUploads } from './unfinished-uploads.tsx';
import { useUpload } from './use-upload.ts';

/** The first step: a file becomes a new source, or a new version of the source that is given. */
export function UploadWizard({
  projectId,
  source,
}: {
  projectId: string;
  source?: { id: string; name: string } | undefined;
}) {
  const t = useTranslations('sources.upload');
  const words = useTranslations('sources');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, mayNot } = useMay(projectId);
  const upload = useUpload(projectId);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const create = useMutation(trpc.source.create.mutationOptions());
  const refresh = useMutation(trpc.source.refresh.mutationOptions());
  const { phase, uploadId } = upload.state;
  const storageKey = `assay.upload.${projectId}.${source?.id ?? 'new'}`;

  // A reload after the last byte: the file is there, so the form goes on where it was.
  const [recalled, setRecalled] = useState<string | null>(null);
  useEffect(() => setRecalled(recallUpload(storageKey)?.uploadId ?? null), [storageKey]);
  const arrived = useQuery({
    ...trpc.upload.get.queryOptions(recalled === null ? skipToken : { uploadId: recalled }),
    retry: false,
  });
  const adopt = useRef(upload.adopt);
  adopt.current = upload.adopt;
  useEffect(() => {
    if (arrived.data?.complete !== true || phase !== 'none' || recalled === null) return;
    const form = recallUpload(storageKey);
    if (form === null) return;
    setName(form.name);
    setDescription(form.description);
    adopt.current(arrived.data);
  }, [arrived.data, phase, recalled, storageKey]);
  useEffect(() => {
    if (uploadId !== null) rememberUpload(storageKey, { uploadId, name, description });
  }, [uploadId, name, description, storageKey]);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (uploadId === null || phase !== 'complete') return;
    try {
      const made =
        source === undefined
          ? await create.mutateAsync({ projectId, name, description, uploadId })
          : { id: source.id, ...(await refresh.mutateAsync({ sourceId: source.id, uploadId })) };
      rememberUpload(storageKey, null);
      router.push(path(`/sources/${made.id}/import/${made.versionId}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  const title = source === undefined ? words('titles.new') : t('refreshTitle', { name: source.name });
  const busy = create.isPending || refresh.isPending || create.isSuccess || refresh.isSuccess;
  return (
    <div className="flex max-w-3xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={title}
        description={source === undefined ? t('about') : t('aboutRefresh')}
        breadcrumbs={crumbs([
          { label: project?.name ?? words('project'), href: path(`/projects/${projectId}`) },
          { label: words('sources'), href: path(`/projects/${projectId}/sources`) },
          ...(source === undefined ? [] : [{ label: source.name, href: path(`/sources/${source.id}`) }]),
          { label: source === undefined ? words('titles.new') : t('refresh') },
        ])}
      >
        <ImportSteps at="upload" />
      </PageHeader>
      {mayNot('source.create') ? (
        <Callout
          title={t('notAllowedTitle')}
          actions={<LinkButton href={path(`/projects/${projectId}/sources`)}>{words('sources')}</LinkButton>}
        >
          {t('notAllowedBody')}
        </Callout>
      ) : (
        <>
          {phase === 'none' ? (
            <UnfinishedUploads
              projectId={projectId}
              onResume={(file, unfinished) => {
                if (name === '') setName(nameFromFile(file.name));
                upload.resume(file, unfinished);
              }}
            />
          ) : null}
          <FileCard
            upload={upload}
            title={t('fileTitle')}
            hint={t('fileHint')}
            accept={ACCEPTED}
            onChosen={(file) => {
              if (name === '') setName(nameFromFile(file.name));
            }}
          />
          <form onSubmit={submit} className="flex flex-col gap-6">
            {source === undefined ? (
              <Card title={t('aboutTitle')}>
                <div className="flex flex-col gap-4">
                  <Field label={t('name')} required hint={t('nameHint')}>
                    <Input
                      value={name}
                      maxLength={120}
                      onChange={(event) => setName(event.currentTarget.value)}
                    />
                  </Field>
                  <Field label={t('description')} optional hint={t('descriptionHint')}>
                    <Textarea
                      rows={3}
                      maxLength={4000}
                      value={description}
                      onChange={(event) => setDescription(event.currentTarget.value)}
                    />
                  </Field>
                </div>
              </Card>
            ) : null}
            <RefusalCallout error={create.error ?? refresh.error} />
            <SubmitRow
              label={t('continue')}
              waitsFor={phase === 'complete' ? null : t(phase === 'none' ? 'chooseFirst' : 'waitForFile')}
              ready={phase === 'complete' && (source !== undefined || name.trim() !== '')}
              busy={busy}
            />
          </form>
        </>
      )}
    </div>
  );
}
