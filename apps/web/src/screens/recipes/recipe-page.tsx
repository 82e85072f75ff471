'use client';

import { Badge, Callout, PageHeader, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { UnsavedGuard } from '../sources/unsaved-guard.tsx';
import { useMay } from '../sources/use-source.ts';
import { askedCondition, withCondition } from './asked-condition.ts';
import { draftOf } from './draft.ts';
import { RecipeForm, useDraftState } from './editor/recipe-form.tsx';
import { RecipeActions } from './recipe-actions.tsx';
import { RecipeRuns } from './recipe-runs.tsx';
import type { RecipeView } from './recipe-types.ts';
import { RecipeVersions } from './recipe-versions.tsx';
import { SaveBar } from './save-bar.tsx';

/** One recipe: its newest version to read or to change, its versions, and the way to a run. */
export function RecipePage({ recipeId }: { recipeId: string }) {
  const t = useTranslations('recipes');
  const trpc = useTRPC();
  const recipe = useQuery(trpc.recipe.get.queryOptions({ recipeId }));
  return (
    <QueryState query={recipe} title={t('recipe')}>
      {(data) => <Recipe recipe={data} onReload={() => recipe.refetch()} />}
    </QueryState>
  );
}

function Recipe({ recipe, onReload }: { recipe: RecipeView; onReload: () => Promise<unknown> }) {
  const t = useTranslations('recipes');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { project, may, mayNot } = useMay(recipe.projectId);
  // What is typed stands on the version that it began with: a newer one never slips under it.
  const [base, setBase] = useState(recipe);
  const [saved, setSaved] = useState(() => draftOf(recipe.document));
  const { params } = useUrlParams();
  const asked = askedCondition(params);
  const [draft, setDraft] = useState(() => withCondition(saved, asked));
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  if (base.versionId !== recipe.versionId && !dirty) adopt(recipe);
  const state = useDraftState(recipe.projectId, draft);
  const save = useMutation(trpc.recipe.save.mutationOptions());
  function adopt(next: RecipeView) {
    const fresh = draftOf(next.document);
    setBase(next);
    setSaved(fresh);
    setDraft(fresh);
  }
  const onSave = async (note: string): Promise<boolean> => {
    const { document } = state;
    if (document === null) return false;
    try {
      const { number } = await save.mutateAsync({
        recipeId: recipe.id,
        revision: base.versionId === recipe.versionId ? recipe.revision : base.revision,
        document,
        note,
      });
      setSaved(draft);
      toast({ title: t('editor.saved', { number }) });
      await queryClient.invalidateQueries(trpc.recipe.pathFilter());
      return true;
    } catch {
      // The mutation keeps the refusal, which is shown above the bar.
      return false;
    }
  };
  return (
    <>
      <PageHeader
        title={recipe.name}
        {...(recipe.description === '' ? {} : { description: recipe.description })}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${recipe.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${recipe.projectId}/recipes`) },
          { label: recipe.name },
        ])}
        badges={
          <>
            <Badge tone="accent">{t(`methods.${recipe.document.method}.name`)}</Badge>
            <Badge>{t('version', { number: recipe.number })}</Badge>
          </>
        }
        actions={<RecipeActions recipe={recipe} dirty={dirty} />}
      />
      <div className="flex max-w-4xl flex-col gap-6">
        <UnsavedGuard dirty={dirty} />
        {mayNot('recipe.write') ? <Callout>{t('editor.readOnly')}</Callout> : null}
        {asked !== null && dirty ? <Callout>{t('editor.asked', { condition: asked.text })}</Callout> : null}
        <RecipeForm
          projectId={recipe.projectId}
          draft={draft}
          state={state}
          disabled={!may('recipe.write') || save.isPending}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <RecipeVersions recipe={recipe} />
        <RecipeRuns recipe={recipe} />
        <RefusalCallout
          error={save.error}
          onReload={() =>
            void onReload().then(() => {
              save.reset();
              setDraft(saved);
            })
          }
        />
        {may('recipe.write') ? (
          <SaveBar
            check={state}
            number={recipe.number}
            dirty={dirty}
            busy={save.isPending}
            readable={state.document !== null}
            onSave={onSave}
            onDiscard={() => {
              save.reset();
              setDraft(saved);
            }}
          />
        ) : null}
      </div>
    </>
  );
}
