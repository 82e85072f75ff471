'use client';

import type { BiasReport } from '@assay/contracts';
import { Card, formatNumber, IntervalPlot, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { BiasTable } from './bias-table.tsx';
import { FourFifths } from './four-fifths.tsx';
import { useGroupName } from './group-name.ts';
import { ParityCard } from './parity-card.tsx';

const MOST_DRAWN = 20;

/** Shares and rates as pictures, the rules on them, and all figures as a table. */
export function BiasReportView({ report, versionId }: { report: BiasReport; versionId: string }) {
  const t = useTranslations('data.bias');
  const { locale } = useUi();
  const nameOf = useGroupName();
  const percent = (value: number) => formatNumber(value, locale, 'percent', 1);
  const largest = [...report.groups].sort((a, b) => b.count - a.count).slice(0, MOST_DRAWN);
  const cut = report.groups.length > largest.length;
  const rated = largest.filter(
    (group) => group.outcome?.rate !== null && group.outcome !== null && group.assessable,
  );
  const highest = rated.reduce((best, group) => Math.max(best, group.outcome?.rate?.estimate ?? 0), 0);
  const { population } = report;
  const withPopulation = largest.some((group) => group.population !== null);
  return (
    <div className="space-y-6">
      <div className="grid gap-6 xl:grid-cols-2">
        <Card>
          <IntervalPlot
            title={t('shares')}
            description={
              <>
                {t('sharesBody')}
                {population === null
                  ? null
                  : ` ${t('popSource', { name: population.name, citation: population.citation })}`}
                {cut ? ` ${t('tooMany', { shown: largest.length, total: report.groups.length })}` : null}
              </>
            }
            items={largest.flatMap((group) => [
              {
                label: nameOf(group.group),
                value: group.share.estimate,
                low: group.share.low,
                high: group.share.high,
                n: group.count,
              },
              ...(group.population === null || !withPopulation
                ? []
                : [
                    {
                      label: `${nameOf(group.group)} (${t('sharesPopulation')})`,
                      value: group.population.share,
                    },
                  ]),
            ])}
            format={percent}
          />
        </Card>
        {rated.length === 0 ? null : (
          <Card>
            <IntervalPlot
              title={t('rates')}
              description={t('ratesBody')}
              items={rated.map((group) => ({
                label: nameOf(group.group),
                value: group.outcome?.rate?.estimate ?? 0,
                low: group.outcome?.rate?.low,
                high: group.outcome?.rate?.high,
                n: group.outcome?.n,
              }))}
              reference={{ value: highest * 0.8, label: '⅘' }}
              format={percent}
            />
          </Card>
        )}
      </div>
      {report.question.target === null ? null : (
        <div className="grid gap-6 xl:grid-cols-2">
          <FourFifths report={report} />
          <ParityCard report={report} />
        </div>
      )}
      <BiasTable report={report} versionId={versionId} />
    </div>
  );
}
