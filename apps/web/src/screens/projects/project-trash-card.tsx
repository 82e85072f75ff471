'use client';

import { Button, Card, ConfirmDialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { Project } from './project-types.ts';

/** Into the trash, with a way back at once and until it is emptied. */
export function ProjectTrashCard({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { path } = useOrg();
  const { toast } = useToast();
  const restore = useMutation(
    trpc.project.restore.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries();
        router.push(path(`/projects/${project.id}`));
      },
      onError: (error) => toast({ title: refusalOf(error).message, tone: 'bad' }),
    }),
  );
  const trash = useMutation(trpc.project.trash.mutationOptions());
  const trashNow = async () => {
    await trash.mutateAsync({ projectId: project.id });
    router.push(path('/projects'));
    void queryClient.invalidateQueries();
    toast({
      title: t('trashed', { name: project.name }),
      onUndo: () => restore.mutate({ projectId: project.id }),
    });
  };
  return (
    <Card title={t('trashTitle')} description={t('trashBody')}>
      <ConfirmDialog
        title={t('trashConfirm', { name: project.name })}
        description={t('trashConfirmBody')}
        confirmLabel={t('trash')}
        destructive
        onConfirm={trashNow}
        trigger={
          <Button variant="danger" icon={<Trash2 aria-hidden />}>
            {t('trash')}
          </Button>
        }
      />
    </Card>
  );
}
