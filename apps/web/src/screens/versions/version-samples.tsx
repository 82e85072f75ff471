'use client';

import type { AppRouter } from '@assay/api';
import { Badge, Button, Card, DataTable, NumberText, SkeletonRows, type TableColumn } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

const PAGE = 25;
type Sample = inferRouterOutputs<AppRouter>['version']['samples']['samples'][number];

/** The samples of a version with their final labels, page by page. */
export function VersionSamples({ versionId }: { versionId: string }) {
  const t = useTranslations('versions.samples');
  const words = useTranslations('versions.counts');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const from = Math.max(0, Number.parseInt(params.get('from') ?? '0', 10) || 0);
  const query = useQuery({
    ...trpc.version.samples.queryOptions({ versionId, from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={query} loading={<SkeletonRows rows={8} />}>
      {({ samples, total, next }) => {
        const names = samples.find((sample) => sample.values !== null)?.values?.map(({ name }) => name) ?? [];
        const columns: TableColumn<Sample>[] = [
          {
            id: 'row',
            header: t('row'),
            rowHeader: true,
            cell: (sample) => (
              <span className="whitespace-nowrap">
                {t('place', { run: sample.run, row: sample.row + 1 })}
              </span>
            ),
          },
          {
            id: 'labels',
            header: t('labels'),
            cell: (sample) =>
              sample.labels.length === 0 ? (
                <span className="text-fg-muted">{t('none')}</span>
              ) : (
                <span className="flex flex-col gap-1">
                  {sample.labels.map((label) => (
                    <span key={label.labelSchema} className="flex flex-wrap items-center gap-1.5">
                      {label.answers.map((answer) => (
                        <span key={answer.question} title={answer.question}>
                          {answer.text}
                        </span>
                      ))}
                      <Badge>{words(`method.${label.method}`)}</Badge>
                    </span>
                  ))}
                </span>
              ),
          },
          ...names.map(
            (name): TableColumn<Sample> => ({
              id: `value ${name}`,
              header: name,
              cell: (sample) => {
                if (sample.values === null) return <span className="text-bad">{t('lost')}</span>;
                const value = sample.values.find((each) => each.name === name)?.value ?? null;
                return value === null ? <span className="text-fg-muted">{t('missing')}</span> : String(value);
              },
            }),
          ),
        ];
        return (
          <div className="flex flex-col gap-4">
            <p className="text-sm text-fg-secondary">
              {t.rich('shown', {
                from: () => <NumberText value={total === 0 ? 0 : from + 1} />,
                to: () => <NumberText value={from + samples.length} />,
                total: () => <NumberText value={total} />,
              })}
            </p>
            <Card flush>
              <DataTable
                caption={t('caption')}
                columns={columns}
                rows={samples}
                rowKey={(sample) => sample.key}
                dense
              />
            </Card>
            <div className="flex gap-2">
              <Button
                disabled={from === 0}
                onClick={() => replace({ from: from <= PAGE ? null : String(from - PAGE) })}
              >
                {t('previous')}
              </Button>
              <Button disabled={next === null} onClick={() => replace({ from: String(next) })}>
                {t('next')}
              </Button>
            </div>
          </div>
        );
      }}
    </QueryState>
  );
}
