'use client';

import { Button, Callout, Card, Field, Input, PageHeader, Textarea, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useAllColumns } from '../data/use-all-columns.ts';
import { UnsavedGuard } from '../sources/unsaved-guard.tsx';
import { useMay } from '../sources/use-source.ts';
import { askedCondition, withCondition } from './asked-condition.ts';
import { emptyDraft } from './draft.ts';
import { CheckSummary } from './editor/check-summary.tsx';
import { RecipeForm, useDraftState } from './editor/recipe-form.tsx';

/** The column that the dictionary of a source calls its target. */
function useSourceTarget(sourceId: string | null): string | null {
  const trpc = useTRPC();
  const source = useQuery(trpc.source.get.queryOptions(sourceId === null ? skipToken : { sourceId }));
  const columns = useAllColumns(source.data?.currentVersionId ?? null);
  return columns.data?.find((column) => column.role === 'target')?.name ?? null;
}

/** Writes a recipe; the source may come with the address, else the only one there is stands chosen. */
export function NewRecipeScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('recipes.editor');
  const words = useTranslations('recipes');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { params } = useUrlParams();
  const { project, mayNot } = useMay(projectId);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [draft, setDraft] = useState(() =>
    withCondition(emptyDraft(params.get('source')), askedCondition(params)),
  );
  const [retargeted, setRetargeted] = useState(false);
  const [touched, setTouched] = useState(false);
  const sources = useQuery(trpc.source.list.queryOptions({ projectId, limit: 200 }));
  const only = sources.data?.sources.length === 1 ? sources.data.sources[0] : undefined;
  const sourceId = draft.sourceId ?? only?.id ?? null;
  const suggested = useSourceTarget(sourceId);
  const effective = { ...draft, sourceId, target: retargeted ? draft.target : suggested };
  const state = useDraftState(projectId, effective);
  const create = useMutation(trpc.recipe.create.mutationOptions());
  const { document } = state;
  const save = async () => {
    if (document === null) return;
    try {
      const made = await create.mutateAsync({ projectId, name, description, document });
      toast({ title: t('created') });
      void queryClient.invalidateQueries(trpc.recipe.pathFilter());
      router.push(path(`/recipes/${made.id}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  const ended = create.isSuccess;
  return (
    <div className="flex max-w-4xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/recipes`) },
          { label: words('titles.new') },
        ])}
      />
      {mayNot('recipe.write') ? (
        <Callout title={t('notAllowedTitle')}>{t('notAllowedBody')}</Callout>
      ) : (
        <>
          <UnsavedGuard dirty={touched && !ended} />
          <Card title={t('about.title')}>
            <div className="flex flex-col gap-4">
              <Field label={t('about.name')} required hint={t('about.nameHint')}>
                <Input
                  value={name}
                  maxLength={120}
                  onChange={(event) => {
                    setName(event.target.value);
                    setTouched(true);
                  }}
                />
              </Field>
              <Field label={t('about.description')} optional>
                <Textarea
                  rows={2}
                  maxLength={4000}
                  value={description}
                  onChange={(event) => setDescription(event.target.value)}
                />
              </Field>
            </div>
          </Card>
          <RecipeForm
            projectId={projectId}
            draft={effective}
            state={state}
            disabled={create.isPending || ended}
            onChange={(part) => {
              setDraft({ ...effective, ...part });
              // Another source brings its own target; a target that was chosen stays.
              if ('sourceId' in part) setRetargeted(false);
              else if ('target' in part) setRetargeted(true);
              setTouched(true);
            }}
          />
          <RefusalCallout error={create.error} />
          <div className="sticky bottom-3 z-10 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-md">
            <CheckSummary {...state} />
            <Button
              variant="primary"
              loading={create.isPending || ended}
              disabled={document === null || name.trim() === ''}
              onClick={() => void save()}
            >
              {t('create')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
