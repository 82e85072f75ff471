'use client';

import { Button, Card, EmptyState, Field, PageHeader, Select } from '@assay/ui';
import { keepPreviousData, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import { ComparisonCard } from './comparison-card.tsx';
import { isWorking, LOOK_MS } from './comparison-types.ts';

const PAGE = 5;
const MOST_OFFERED = 100;

/** Made pictures of a project beside real ones: what to compare, and what was found. */
export function ComparePictures({ projectId }: { projectId: string }) {
  const t = useTranslations('images.compare');
  const words = useTranslations('images');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(projectId);
  const { params, replace } = useUrlParams();
  const before = params.get('before');
  const query = useQuery({
    ...trpc.imageComparison.list.queryOptions(
      mayNot('image.read') ? skipToken : { projectId, before, limit: PAGE },
    ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.comparisons.some(isWorking) === true ? LOOK_MS : false),
  });
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.compare')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/images`) },
          { label: words('titles.compare') },
        ])}
      />
      {mayNot('image.read') ? (
        <NotAllowedCard title={words('list.notAllowedTitle')} body={words('list.notAllowedBody')} />
      ) : (
        <>
          {may('report.start') ? (
            <Choose projectId={projectId} />
          ) : (
            <p className="text-sm text-fg-muted">{t('notAllowed')}</p>
          )}
          <QueryState query={query} loading={<LoadingCard />}>
            {({ comparisons, next }) =>
              comparisons.length === 0 ? (
                <Card>
                  <EmptyState
                    icon={<Scale aria-hidden />}
                    title={t('noneTitle')}
                    description={t('noneBody')}
                  />
                </Card>
              ) : (
                <>
                  {comparisons.map((comparison) => (
                    <ComparisonCard key={comparison.id} comparison={comparison} />
                  ))}
                  {next === null ? null : (
                    <div>
                      <Button onClick={() => replace({ before: next })}>{t('earlier')}</Button>
                    </div>
                  )}
                </>
              )
            }
          </QueryState>
        </>
      )}
    </div>
  );
}

/** What a choice stands for: all of an origin, an import, or a run. */
const sideOf = (choice: string) => {
  const [kind, value = ''] = choice.split(' ');
  if (kind === 'import') return { importId: value };
  if (kind === 'run') return { runId: value };
  return { origin: value as 'real' | 'synthetic' | 'augmented' };
};

function Choose({ projectId }: { projectId: string }) {
  const t = useTranslations('images.compare');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [real, setReal] = useState('origin real');
  const [made, setMade] = useState('origin synthetic');
  const imports = useQuery(trpc.imageImport.list.queryOptions({ projectId, limit: MOST_OFFERED }));
  const runs = useQuery(trpc.run.list.queryOptions({ projectId, limit: MOST_OFFERED }));
  const start = useMutation(
    trpc.imageComparison.start.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.imageComparison.pathFilter()),
    }),
  );
  const options = [
    ...(['real', 'synthetic', 'augmented'] as const).map((origin) => ({
      value: `origin ${origin}`,
      label: t(`all.${origin}`),
    })),
    ...(runs.data?.runs ?? [])
      .filter(({ kind }) => kind === 'images')
      .map(({ id, number, name }) => ({ value: `run ${id}`, label: t('run', { number, name }) })),
    ...(imports.data?.imports ?? [])
      .filter(({ status }) => status === 'DONE')
      .map(({ id, number, name }) => ({ value: `import ${id}`, label: t('import', { number, name }) })),
  ];
  return (
    <Card title={t('choose')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!start.isPending) start.mutate({ projectId, real: sideOf(real), made: sideOf(made) });
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('made')} hint={t('madeHint')}>
            <Select value={made} onChange={(event) => setMade(event.target.value)} options={options} />
          </Field>
          <Field label={t('real')} hint={t('realHint')}>
            <Select value={real} onChange={(event) => setReal(event.target.value)} options={options} />
          </Field>
        </div>
        <RefusalCallout error={start.error} />
        <div>
          <Button type="submit" variant="primary" loading={start.isPending}>
            {t('go')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
