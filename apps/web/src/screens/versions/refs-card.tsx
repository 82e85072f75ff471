'use client';

import { Card, ConfirmDialog, DataTable, Field, IconButton, Select, TextLink, TimeAgo } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MoveRight, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { type ListedVersion, type VersionRef, versionPath } from './use-version.ts';

/** Branches and tags: where each points, and moving or deleting it from there. */
export function RefsCard({ projectId, versions }: { projectId: string; versions: readonly ListedVersion[] }) {
  const t = useTranslations('versions.refs');
  const words = useTranslations('versions');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may } = useMay(projectId);
  const refs = useQuery(trpc.version.refs.queryOptions({ projectId }));
  if (refs.data === undefined || refs.data.refs.length === 0) return null;
  return (
    <Card title={t('title')} description={t('about')} flush>
      <DataTable
        caption={t('title')}
        rows={refs.data.refs}
        rowKey={(ref) => ref.name}
        narrow="cards"
        columns={[
          { id: 'name', header: t('name'), rowHeader: true, cell: (ref) => ref.name },
          { id: 'kind', header: t('kind'), cell: (ref) => t(ref.kind) },
          {
            id: 'version',
            header: t('pointsAt'),
            cell: (ref) => (
              <TextLink href={path(versionPath(projectId, ref.versionId))}>
                {words('numbered', { number: ref.number })}
              </TextLink>
            ),
          },
          { id: 'moved', header: t('moved'), cell: (ref) => <TimeAgo at={ref.movedAt} /> },
        ]}
        {...(may('version.moveRef')
          ? {
              rowActionsLabel: t('actions'),
              rowActions: (ref: VersionRef) => (
                <span className="flex justify-end gap-1">
                  {ref.kind === 'branch' ? (
                    <MoveRefDialog projectId={projectId} versionRef={ref} versions={versions} />
                  ) : null}
                  <DeleteRefDialog projectId={projectId} versionRef={ref} />
                </span>
              ),
            }
          : {})}
      />
    </Card>
  );
}

/** Sends a move of a ref from where it was seen; a refusal becomes the words of the dialog. */
export function useMoveRef(projectId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const move = useMutation(trpc.version.moveRef.mutationOptions());
  return async (ref: {
    kind: 'branch' | 'tag';
    name: string;
    expected: string | null;
    to: string | null;
  }) => {
    try {
      await move.mutateAsync({ projectId, ...ref });
    } catch (error) {
      const { message, kept, next } = refusalOf(error);
      throw new Error([message, kept, next].filter((part) => part !== null).join(' '));
    } finally {
      await queryClient.invalidateQueries(trpc.version.pathFilter());
    }
  };
}

function MoveRefDialog({
  projectId,
  versionRef: ref,
  versions,
}: {
  projectId: string;
  versionRef: VersionRef;
  versions: readonly ListedVersion[];
}) {
  const t = useTranslations('versions.refs');
  const words = useTranslations('versions');
  const move = useMoveRef(projectId);
  const others = versions.filter((version) => version.status === 'READY' && version.id !== ref.versionId);
  const [to, setTo] = useState('');
  const target = to === '' ? others[0]?.id : to;
  return (
    <ConfirmDialog
      title={t('moveTitle', { name: ref.name })}
      description={t('moveBody', { number: ref.number })}
      confirmLabel={t('moveGo')}
      trigger={
        <IconButton
          label={t('moveLabel', { name: ref.name })}
          disabled={others.length === 0}
          icon={<MoveRight aria-hidden />}
        />
      }
      onConfirm={() =>
        target === undefined
          ? Promise.resolve()
          : move({ kind: ref.kind, name: ref.name, expected: ref.versionId, to: target })
      }
    >
      <Field label={t('moveTo')}>
        <Select
          value={target ?? ''}
          onChange={(event) => setTo(event.target.value)}
          options={others.map((version) => ({
            value: version.id,
            label: `${words('numbered', { number: version.number })}${version.message === '' ? '' : `: ${version.message.slice(0, 60)}`}`,
          }))}
        />
      </Field>
    </ConfirmDialog>
  );
}

function DeleteRefDialog({ projectId, versionRef: ref }: { projectId: string; versionRef: VersionRef }) {
  const t = useTranslations('versions.refs');
  const move = useMoveRef(projectId);
  return (
    <ConfirmDialog
      title={t('deleteTitle', { name: ref.name })}
      description={t('deleteBody')}
      confirmLabel={t('deleteGo')}
      destructive
      trigger={<IconButton label={t('deleteLabel', { name: ref.name })} icon={<Trash2 aria-hidden />} />}
      onConfirm={() => move({ kind: ref.kind, name: ref.name, expected: ref.versionId, to: null })}
    />
  );
}
