'use client';

import type { Policy } from '@assay/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';

/** Makes a policy of the project out of another one, and opens it to be changed. */
export function useCopyPolicy(projectId: string) {
  const t = useTranslations('policies');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.policy.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries(trpc.policy.pathFilter());
        router.push(path(`/projects/${projectId}/policies/${id}`));
      },
    }),
  );
  return {
    error: create.error,
    pending: create.isPending || create.isSuccess,
    copy: (document: Policy) =>
      create.mutate({
        projectId,
        document: { ...document, name: t('copyName', { name: document.name }).slice(0, 120) },
      }),
  };
}
