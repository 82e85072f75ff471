'use client';

import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  Field,
  NumberText,
  Select,
  SkeletonRows,
  Stat,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type Comparison, useVersion, type VersionView } from './use-version.ts';

const PAGE = 25;
const kinds = ['labels', 'samples-added', 'samples-removed'] as const;
type Kind = (typeof kinds)[number];

/** What a version changed against another one: counts first, then each change. The frame tells of loading. */
export function CompareVersions({ versionId }: { versionId: string }) {
  const { version } = useVersion(versionId);
  return version.data === undefined ? null : <Compare version={version.data} />;
}

function Compare({ version }: { version: VersionView }) {
  const t = useTranslations('versions.compare');
  const words = useTranslations('versions');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const list = useQuery(trpc.version.list.queryOptions({ projectId: version.projectId, limit: 200 }));
  const others = (list.data?.versions ?? []).filter(
    (each) => each.status === 'READY' && each.id !== version.id,
  );
  const otherId = params.get('with') ?? version.parents[0] ?? others[0]?.id ?? null;
  const query = useQuery(
    trpc.version.compare.queryOptions(otherId === null ? skipToken : { versionId: version.id, otherId }),
  );
  if (list.data !== undefined && others.length === 0) {
    return (
      <Card>
        <EmptyState icon={<GitCompareArrows />} title={t('emptyTitle')} description={t('emptyBody')} />
      </Card>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Field label={t('with')} className="sm:max-w-md">
        <Select
          value={otherId ?? ''}
          onChange={(event) => replace({ with: event.target.value, from: null })}
          options={others.map((each) => ({
            value: each.id,
            label: [
              words('numbered', { number: each.number }),
              ...each.refs.map((ref) => ref.name),
              each.message.slice(0, 60),
            ]
              .filter((text) => text !== '')
              .join(' · '),
          }))}
        />
      </Field>
      {otherId === null ? null : (
        <QueryState query={query} loading={<SkeletonRows rows={8} />}>
          {(found) => (
            <>
              <Figures found={found} />
              <Transitions found={found} />
              <Details versionId={version.id} otherId={otherId} />
            </>
          )}
        </QueryState>
      )}
    </div>
  );
}

function Figures({ found }: { found: Comparison }) {
  const t = useTranslations('versions.compare');
  const figures = [
    ['added', found.samples.added],
    ['removed', found.samples.removed],
    ['kept', found.samples.kept],
    ['labelsAdded', found.labels.added],
    ['labelsRemoved', found.labels.removed],
    ['labelsChanged', found.labels.changed],
    ['redecided', found.labels.redecided],
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figures.map(([name, value]) => (
          <Stat key={name} label={t(name)} value={value} />
        ))}
      </div>
      <p className="text-sm text-fg-secondary">
        {found.before.root === found.after.root
          ? t('same')
          : found.sameParts.length === 0
            ? t('allDiffer')
            : t('sameParts', { parts: found.sameParts.map((part) => t(`parts.${part}`)).join(', ') })}
      </p>
    </div>
  );
}

function Transitions({ found }: { found: Comparison }) {
  const t = useTranslations('versions.compare');
  if (found.transitions.length === 0) return null;
  return (
    <Card
      title={t('transitions')}
      description={
        found.transitionsLeftOut > 0
          ? t('transitionsMore', { count: found.transitionsLeftOut })
          : t('transitionsAbout')
      }
      flush
    >
      <DataTable
        caption={t('transitions')}
        narrow="cards"
        rows={found.transitions}
        rowKey={(each) => JSON.stringify([each.labelSchemaId, each.questionId, each.before, each.after])}
        columns={[
          { id: 'question', header: t('question'), rowHeader: true, cell: (each) => each.question },
          { id: 'before', header: t('before'), cell: (each) => each.before ?? t('none') },
          { id: 'after', header: t('after'), cell: (each) => each.after ?? t('none') },
          {
            id: 'count',
            header: t('count'),
            numeric: true,
            cell: (each) => <NumberText value={each.count} />,
          },
          {
            id: 'by',
            header: t('by'),
            cell: (each) =>
              each.by.map((who) => `${who.name ?? who.pseudonym} (${who.count})`).join(', ') || '–',
          },
        ]}
      />
    </Card>
  );
}

function Details({ versionId, otherId }: { versionId: string; otherId: string }) {
  const t = useTranslations('versions.compare');
  const words = useTranslations('versions');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const kind: Kind = kinds.find((each) => each === params.get('kind')) ?? 'labels';
  const from = Math.max(0, Number.parseInt(params.get('from') ?? '0', 10) || 0);
  const query = useQuery({
    ...trpc.version.differences.queryOptions({ versionId, otherId, kind, from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t('details')} flush>
      <div className="border-b border-line px-4 py-3 sm:px-5">
        <Select
          aria-label={t('kind')}
          className="sm:max-w-xs"
          value={kind}
          onChange={(event) => replace({ kind: event.target.value, from: null })}
          options={kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        />
      </div>
      <QueryState query={query} loading={<SkeletonRows rows={6} />}>
        {({ items, next }) => (
          <>
            <DataTable
              caption={t('details')}
              dense
              narrow="cards"
              rows={items}
              rowKey={(item) => `${item.run}/${item.row}/${item.labelSchema ?? ''}`}
              empty={<EmptyState compact icon={<GitCompareArrows />} title={t('nothing')} />}
              columns={[
                {
                  id: 'row',
                  header: t('sample'),
                  rowHeader: true,
                  cell: (item) => words('samples.place', { run: item.run, row: item.row + 1 }),
                },
                ...(kind === 'labels'
                  ? [
                      {
                        id: 'change',
                        header: t('change'),
                        cell: (item: (typeof items)[number]) =>
                          item.change === null ? null : <Badge>{t(`changes.${item.change}`)}</Badge>,
                      },
                      {
                        id: 'what',
                        header: t('what'),
                        cell: (item: (typeof items)[number]) => (
                          <ul>
                            {item.questions.map((each) => (
                              <li key={each.question}>
                                <span className="text-fg-muted">{each.question}</span>{' '}
                                {each.before ?? t('none')} → {each.after ?? t('none')}
                              </li>
                            ))}
                          </ul>
                        ),
                      },
                      {
                        id: 'by',
                        header: t('by'),
                        cell: (item: (typeof items)[number]) =>
                          (item.after ?? item.before)?.by
                            .map((who) => who.name ?? who.pseudonym)
                            .join(', ') ?? '–',
                      },
                    ]
                  : []),
              ]}
            />
            {from === 0 && next === null ? null : (
              <div className="flex gap-2 border-t border-line px-4 py-3 sm:px-5">
                <Button
                  disabled={from === 0}
                  onClick={() => replace({ from: from <= PAGE ? null : String(from - PAGE) })}
                >
                  {words('samples.previous')}
                </Button>
                <Button disabled={next === null} onClick={() => replace({ from: String(next) })}>
                  {words('samples.next')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
    </Card>
  );
}
