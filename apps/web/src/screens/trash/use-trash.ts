'use client';

import type { AppRouter } from '@assay/api';
import { useToast } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPCClient } from '~/trpc/client.tsx';

export type Trashed = inferRouterOutputs<AppRouter>['trash']['list']['items'][number];
type Thing = Pick<Trashed, 'kind' | 'id' | 'name' | 'projectId'>;
type Away = Thing & { kind: 'recipe' | 'run' | 'policy' | 'goal' | 'guideline' | 'labelSchema' };

/** Where a thing is once it is out of the trash. */
const pageOf = ({ kind, id, projectId }: Thing): string =>
  kind === 'policy'
    ? `/projects/${projectId}/policies/${id}`
    : kind === 'goal'
      ? `/projects/${projectId}/goals`
      : kind === 'labelSchema'
        ? `/label-schemas/${id}`
        : `/${kind}s/${id}`;

/** Puts things away, each with the way to undo it, and takes them back. Refusals are told in a toast. */
export function useTrash() {
  const t = useTranslations('trash');
  const common = useTranslations('common');
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { path } = useOrg();
  const { toast } = useToast();
  const [busy, setBusy] = useState<string | null>(null);

  const put = {
    recipe: (id: string) => client.recipe.trash.mutate({ recipeId: id }),
    run: (id: string) => client.run.trash.mutate({ runId: id }),
    policy: (id: string) => client.policy.remove.mutate({ policyId: id }),
    goal: (id: string) => client.goal.remove.mutate({ goalId: id }),
    guideline: (id: string) => client.guideline.trash.mutate({ guidelineId: id }),
    labelSchema: (id: string) => client.labelSchema.trash.mutate({ labelSchemaId: id }),
  };
  const take = {
    project: (id: string) => client.project.restore.mutate({ projectId: id }),
    source: (id: string) => client.trash.restoreSource.mutate({ sourceId: id }),
    recipe: (id: string) => client.recipe.restore.mutate({ recipeId: id }),
    run: (id: string) => client.run.restore.mutate({ runId: id }),
    policy: (id: string) => client.policy.restore.mutate({ policyId: id }),
    goal: (id: string) => client.goal.restore.mutate({ goalId: id }),
    guideline: (id: string) => client.guideline.restore.mutate({ guidelineId: id }),
    labelSchema: (id: string) => client.labelSchema.restore.mutate({ labelSchemaId: id }),
  };
  /** False when it was refused or something is under way already. */
  const attempt = async (id: string, act: (id: string) => Promise<unknown>, done: () => void) => {
    if (busy !== null) return false;
    setBusy(id);
    try {
      await act(id);
      done();
      await queryClient.invalidateQueries();
      return true;
    } catch (error) {
      const { message, next } = refusalOf(error);
      toast({ title: message, tone: 'bad', ...(next === null ? {} : { description: next }) });
      return false;
    } finally {
      setBusy(null);
    }
  };
  const restore = (thing: Thing): Promise<boolean> =>
    attempt(thing.id, take[thing.kind], () =>
      toast({
        title: t('restored', { name: thing.name }),
        action: { label: common('open'), onPress: () => router.push(path(pageOf(thing))) },
      }),
    );
  const trash = (thing: Away): Promise<boolean> =>
    attempt(thing.id, put[thing.kind], () =>
      toast({ title: t('trashed', { name: thing.name }), onUndo: () => void restore(thing) }),
    );
  return { trash, restore, /** The id of what is under way. */ busy };
}
