'use client';

import { Button, ConfirmDialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { SourceVersion } from '../use-source.ts';

/** Gives an import up. A source that has nothing else goes to the trash with it. */
export function DiscardImport({ version }: { version: SourceVersion }) {
  const t = useTranslations('sources.import');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const discard = useMutation(trpc.sourceVersion.discard.mutationOptions());
  return (
    <ConfirmDialog
      title={t('discardTitle')}
      description={version.isFirst ? t('discardFirst') : t('discardRefresh')}
      confirmLabel={t('discard')}
      destructive
      onConfirm={async () => {
        await discard.mutateAsync({ versionId: version.id });
        toast({ title: t('discarded', { file: version.fileName }) });
        router.push(
          version.isFirst
            ? path(`/projects/${version.projectId}/sources`)
            : path(`/sources/${version.sourceId}`),
        );
        await queryClient.invalidateQueries(trpc.source.pathFilter());
      }}
      trigger={
        <Button variant="danger-quiet" icon={<Trash2 aria-hidden />}>
          {t('discard')}
        </Button>
      }
    />
  );
}
