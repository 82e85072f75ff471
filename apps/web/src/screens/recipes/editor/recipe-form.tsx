'use client';

import { Card, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useAllColumns } from '../../data/use-all-columns.ts';
import { documentOf, problemsAt, type RecipeDraft } from '../draft.ts';
import { ColumnsSection } from './columns-section.tsx';
import { ConditionsSection } from './conditions-section.tsx';
import { ConstraintsSection } from './constraints-section.tsx';
import { MethodSection } from './method-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SeedSection } from './seed-section.tsx';
import { SourceSection } from './source-section.tsx';
import { useDraftCheck } from './use-draft-check.ts';

/** What a draft needs to be read and checked: the columns of its source, and the server's word. */
export function useDraftState(projectId: string, draft: RecipeDraft) {
  const trpc = useTRPC();
  const byRules = draft.method === 'rules';
  const source = useQuery(
    trpc.source.get.queryOptions(
      draft.sourceId === null || byRules ? skipToken : { sourceId: draft.sourceId },
    ),
  );
  const columns = useAllColumns(byRules ? null : (source.data?.currentVersionId ?? null));
  const known = columns.data;
  // A range is read by the type of its column: until that is known there is nothing to ask about.
  const readable = byRules || draft.sourceId === null || source.data?.currentVersionId === null;
  const { document, problems } = useMemo(
    () =>
      readable || known !== undefined ? documentOf(draft, known ?? []) : { document: null, problems: [] },
    [draft, known, readable],
  );
  const check = useDraftCheck(projectId, document, problems);
  const isReading = source.isLoading || columns.isLoading;
  return { source: source.data, columns: known, isReading, document, ...check };
}

/** Every part of a recipe, with what is wrong at its field. */
export function RecipeForm({
  projectId,
  draft,
  state,
  disabled,
  onChange,
}: {
  projectId: string;
  draft: RecipeDraft;
  state: ReturnType<typeof useDraftState>;
  disabled: boolean;
  onChange: (part: Partial<RecipeDraft>) => void;
}) {
  const { problems, source } = state;
  const columns = state.columns ?? [];
  const byRules = draft.method === 'rules';
  return (
    <>
      {byRules ? null : (
        <SourceSection
          projectId={projectId}
          sourceId={draft.sourceId}
          source={source}
          columns={state.columns?.length}
          problems={problemsAt(problems, 'sourceId')}
          disabled={disabled}
          onChange={(sourceId) => onChange({ sourceId, target: null, plans: [] })}
        />
      )}
      <MethodSection
        draft={draft}
        columns={columns}
        problems={problems}
        disabled={disabled}
        onChange={onChange}
      />
      {byRules ? (
        <RulesSection
          rules={draft.rules}
          problems={problemsAt(problems, 'rules')}
          disabled={disabled}
          onChange={(rules) => onChange({ rules })}
        />
      ) : state.isReading ? (
        // What stands below is shown with it: it would be pushed away from who has begun to use it.
        <Card>
          <SkeletonRows />
        </Card>
      ) : columns.length === 0 ? null : (
        <ColumnsSection
          projectId={projectId}
          columns={columns}
          plans={draft.plans}
          problems={problems}
          disabled={disabled}
          onChange={(plans) => onChange({ plans })}
        />
      )}
      {byRules || state.isReading ? null : (
        <>
          <ConditionsSection
            columns={columns}
            conditions={draft.conditions}
            counted={state.conditions}
            problems={problems}
            disabled={disabled}
            onChange={(conditions) => onChange({ conditions })}
          />
          <ConstraintsSection
            columns={columns}
            constraints={draft.constraints}
            problems={problems}
            disabled={disabled}
            onChange={(constraints) => onChange({ constraints })}
          />
        </>
      )}
      <SeedSection
        seed={draft.seed}
        problems={problemsAt(problems, 'seed')}
        disabled={disabled}
        onChange={(seed) => onChange({ seed })}
      />
    </>
  );
}
