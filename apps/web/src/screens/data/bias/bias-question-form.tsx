'use client';

import { Button, Card, Field, MultiSelect, Select, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { BiasAsked } from './use-bias-question.ts';

/** Which groups, which outcome, and what counts as good. */
export function BiasQuestionForm({
  asked,
  versionId,
  mayEdit,
}: {
  asked: BiasAsked;
  versionId: string;
  mayEdit: boolean;
}) {
  const t = useTranslations('data.bias');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { target, favourable, targetColumn } = asked;
  const values = useQuery({
    ...trpc.sourceVersion.columnStats.queryOptions(
      target === null ? skipToken : { versionId, column: target, predicate: { op: 'true' } },
    ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const remember = useMutation(
    trpc.sourceVersion.updateColumns.mutationOptions({
      onSuccess: () => {
        toast({ title: t('remembered') });
        return queryClient.invalidateQueries(trpc.sourceVersion.columns.pathFilter());
      },
    }),
  );
  const options = asked.groupable.map((column) => ({
    value: column.name,
    label: column.name,
    ...(column.label === column.name ? {} : { hint: column.label }),
  }));
  const choices = values.data?.top.map((each) => each.value) ?? [];
  const isTarget = targetColumn !== null && targetColumn.name === target;
  const isRemembered = JSON.stringify(asked.remembered) === JSON.stringify(favourable);
  return (
    <Card title={t('question')} description={t('questionBody')}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Field label={t('groups')} hint={t('groupsHint')}>
          <MultiSelect
            options={options}
            value={asked.groups}
            onChange={asked.setGroups}
            placeholder={t('pick')}
          />
        </Field>
        <Field label={t('target')}>
          <Select
            value={target ?? ''}
            onChange={(event) => asked.setTarget(event.target.value)}
            options={[
              { value: '', label: t('noTarget') },
              ...options
                .filter(({ value }) => !asked.groups.includes(value))
                .map(({ value, label }) => ({ value, label })),
            ]}
          />
        </Field>
        <Field label={t('favourable')} hint={t('favourableHint')}>
          <MultiSelect
            options={[...new Set([...choices, ...favourable])].map((value) => ({ value, label: value }))}
            value={favourable}
            onChange={asked.setFavourable}
            disabled={target === null}
            loading={values.isFetching}
          />
        </Field>
        <Field label={t('population')}>
          <Select
            value={asked.population?.id ?? ''}
            disabled={asked.fitting.length === 0}
            onChange={(event) => asked.setPopulation(event.target.value)}
            options={[
              { value: '', label: t('noPopulation') },
              ...asked.fitting.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        </Field>
      </div>
      {!mayEdit || target === null || favourable.length === 0 || isRemembered ? null : (
        <div className="flex flex-wrap items-center gap-3 pt-3">
          <Button
            size="sm"
            disabled={!isTarget}
            loading={remember.isPending}
            onClick={() =>
              targetColumn === null
                ? undefined
                : remember.mutate({
                    versionId,
                    edits: [
                      {
                        index: targetColumn.index,
                        revision: targetColumn.revision,
                        favourable: [...favourable],
                      },
                    ],
                  })
            }
          >
            {t('remember')}
          </Button>
          {isTarget ? null : <p className="text-sm text-fg-muted">{t('rememberFirst')}</p>}
        </div>
      )}
      <RefusalCallout
        error={remember.error}
        onReload={() => {
          remember.reset();
          void queryClient.invalidateQueries(trpc.sourceVersion.columns.pathFilter());
        }}
      />
    </Card>
  );
}
