'use client';

import type { AppRouter } from '@assay/api';
import type { BlindTest } from '@assay/contracts';
import { Callout, Card, LinkButton, Skeleton } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { TERM_IDS } from '../sources/overview/readiness-links.ts';

type Shown = inferRouterOutputs<AppRouter>['batch']['blindTestOf'];

/** Where a reason is settled: a page of the source. */
function placeOf(field: string): string {
  if (field === 'terms.rowsToLabellers') return `/terms#${TERM_IDS.rowsToLabellers}`;
  if (field.startsWith('terms.')) return '/terms';
  if (field === 'findings') return '/findings';
  return field === 'split' ? '/splits' : '';
}

/** What people will see of the chosen run and its source, or why real rows cannot be shown. */
export function ShownCard({
  hasRun,
  shown,
}: {
  hasRun: boolean;
  shown: { data: Shown | undefined; error: unknown };
}) {
  const t = useTranslations('blind.new');
  const { path } = useOrg();
  const { data, error } = shown;
  return (
    <Card title={t('shownTitle')}>
      <div aria-live="polite" className="flex flex-col gap-4 text-sm">
        {!hasRun ? (
          <p className="text-fg-muted">{t('chooseRun')}</p>
        ) : data === undefined ? (
          error === null ? (
            <Skeleton className="h-16" />
          ) : (
            <RefusalCallout error={error} />
          )
        ) : data.reasons.length > 0 ? (
          <Callout
            tone="warn"
            title={t('notShown')}
            actions={
              data.sourceId === null ? undefined : (
                <LinkButton
                  size="sm"
                  href={path(`/sources/${data.sourceId}${placeOf(data.reasons[0]?.field ?? '')}`)}
                >
                  {t('toSource')}
                </LinkButton>
              )
            }
          >
            <ul className="list-disc pl-4">
              {data.reasons.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Callout>
        ) : (
          <ShownColumns columns={data.columns} leftOut={data.leftOut} />
        )}
      </div>
    </Card>
  );
}

/** The columns of a blind test, and those that are in neither half, with the reason. */
export function ShownColumns({ columns, leftOut }: Pick<BlindTest, 'columns' | 'leftOut'>) {
  const t = useTranslations('blind');
  return (
    <>
      <p>{t('columns', { count: columns.length, names: columns.join(', ') })}</p>
      {leftOut.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer rounded-sm text-fg-secondary">
            {t('leftOut', { count: leftOut.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-1">
            {leftOut.map(({ column, why }) => (
              <li key={column} className="wrap-anywhere">
                <span className="font-medium">{column}</span>: {t(`why.${why}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
