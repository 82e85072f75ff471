'use client';

import { useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

type Named = { id: string; name: string };

/** Puts recipes away and takes them back, each with the way to undo it. */
export function useRecipeTrash() {
  const t = useTranslations('recipes.list');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const refresh = () => queryClient.invalidateQueries(trpc.recipe.pathFilter());
  const away = useMutation(trpc.recipe.trash.mutationOptions());
  const back = useMutation(trpc.recipe.restore.mutationOptions());
  const refused = (error: unknown) => {
    const { message, next } = refusalOf(error);
    toast({ title: message, tone: 'bad', ...(next === null ? {} : { description: next }) });
    return false;
  };
  const restore = async ({ id, name }: Named): Promise<boolean> => {
    try {
      await back.mutateAsync({ recipeId: id });
    } catch (error) {
      return refused(error);
    }
    toast({ title: t('restored', { name }) });
    await refresh();
    return true;
  };
  const trash = async (recipe: Named): Promise<boolean> => {
    try {
      await away.mutateAsync({ recipeId: recipe.id });
    } catch (error) {
      return refused(error);
    }
    toast({ title: t('trashed', { name: recipe.name }), onUndo: () => void restore(recipe) });
    await refresh();
    return true;
  };
  return { trash, restore, busy: away.isPending || back.isPending };
}
