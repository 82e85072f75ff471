'use client';

import type { Permission } from '@assay/contracts';
import { Button, ConfirmDialog, LinkButton, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Source } from '../use-source.ts';
import { EditSourceDialog } from './edit-source-dialog.tsx';

/** What can be done with the whole source. What the reader may not do is not offered. */
export function SourceActions({ source, may }: { source: Source; may: (permission: Permission) => boolean }) {
  const t = useTranslations('sources.overview');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const trash = useMutation(trpc.source.trash.mutationOptions());
  const restore = useMutation(trpc.trash.restoreSource.mutationOptions());
  const reload = () => queryClient.invalidateQueries(trpc.source.pathFilter());
  return (
    <div className="flex flex-wrap gap-2">
      {may('source.create') ? (
        <LinkButton size="sm" href={path(`/sources/${source.id}/refresh`)} icon={<RefreshCw aria-hidden />}>
          {t('refresh')}
        </LinkButton>
      ) : null}
      {may('source.update') ? <EditSourceDialog source={source} /> : null}
      {may('source.delete') ? (
        <ConfirmDialog
          title={t('trashTitle', { name: source.name })}
          description={t('trashBody')}
          confirmLabel={t('trash')}
          destructive
          onConfirm={async () => {
            await trash.mutateAsync({ sourceId: source.id });
            toast({
              title: t('trashed', { name: source.name }),
              onUndo: async () => {
                await restore.mutateAsync({ sourceId: source.id });
                await reload();
                router.push(path(`/sources/${source.id}`));
              },
            });
            router.push(path(`/projects/${source.projectId}/sources`));
            await queryClient.invalidateQueries(trpc.source.list.pathFilter());
          }}
          trigger={
            <Button size="sm" icon={<Trash2 aria-hidden />}>
              {t('trash')}
            </Button>
          }
        />
      ) : null}
      {may('source.erase') ? (
        <LinkButton size="sm" variant="quiet" href={path(`/sources/${source.id}/dependents`)}>
          {t('erase')}
        </LinkButton>
      ) : null}
    </div>
  );
}
