'use client';

import type { ReportPrivacy } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { Figure, useNumbers } from './report-figures.tsx';

/** Can synthetic rows be linked to single people by what others may know of them? */
export function LinkingRisk({ found }: { found: ReportPrivacy['kAnonymity'] }) {
  const t = useTranslations('reports.privacy');
  const { count, percent } = useNumbers();
  if (found.quasiIdentifiers.length === 0) {
    return (
      <div>
        <dt className="text-fg-secondary">{t('k')}</dt>
        <dd className="text-xs text-fg-muted">{t('noQuasi')}</dd>
      </div>
    );
  }
  const unseen = found.unseenPointsToOne;
  return (
    <div className="min-w-0">
      <dt className="text-fg-secondary">{t('k')}</dt>
      <dd className="text-lg font-semibold">
        <Figure metric="k-anonymity" value={found.k} reason={found.reason} name={t('k')} digits={0} />
      </dd>
      <dd className="text-xs text-fg-muted wrap-anywhere">
        {t('by', { columns: found.quasiIdentifiers.join(', ') })}{' '}
        {t('points', { one: count(found.pointsToOne), few: count(found.pointsToFew) })}{' '}
        {unseen === null || unseen.rows === 0
          ? null
          : t('pointsUnseen', { share: percent(unseen.count / unseen.rows, 1) })}
        {found.lDiversity.map((each) => (
          <span key={each.column} className="block">
            {t('diversity', { column: each.column })}{' '}
            <Figure
              metric="l-diversity"
              slice={{ column: each.column }}
              value={each.distinct}
              name={t('diversity', { column: each.column })}
              digits={0}
            />
          </span>
        ))}
      </dd>
    </div>
  );
}
