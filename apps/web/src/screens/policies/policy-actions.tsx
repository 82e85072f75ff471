'use client';

import { Button, ConfirmDialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Star, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useTrash } from '../trash/use-trash.ts';
import type { ListedPolicy } from './policy-types.ts';

/** Makes a policy the standard of its project, or removes it. */
export function PolicyActions({ projectId, policy }: { projectId: string; policy: ListedPolicy }) {
  const t = useTranslations('policies');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const { toast } = useToast();
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries(trpc.policy.pathFilter());
  const standard = useMutation(
    trpc.policy.setStandard.mutationOptions({
      onSuccess: () => {
        void again();
        toast({ tone: 'good', title: t(policy.isStandard ? 'unsetDone' : 'setDone') });
      },
      onError: (error) => toast({ tone: 'bad', title: error.message }),
    }),
  );
  const { trash } = useTrash();
  return (
    <>
      <Button
        icon={<Star aria-hidden />}
        loading={standard.isPending}
        onClick={() => standard.mutate({ projectId, policyId: policy.isStandard ? null : policy.ref })}
      >
        {t(policy.isStandard ? 'unset' : 'set')}
      </Button>
      <ConfirmDialog
        title={t('removeTitle')}
        description={t('removeBody')}
        confirmLabel={t('remove')}
        destructive
        trigger={<Button icon={<Trash2 aria-hidden />}>{t('remove')}</Button>}
        onConfirm={async () => {
          const thing = { kind: 'policy', id: policy.ref, name: policy.document.name, projectId } as const;
          if (await trash(thing)) router.push(path(`/projects/${projectId}/policies`));
        }}
      />
    </>
  );
}
