'use client';

import { useTranslations } from 'next-intl';
import { MeasurementLink } from '../measurements/measurement-link.tsx';
import { MatchingRows } from './matching-rows.tsx';
import { MendLink } from './mend-link.tsx';
import type { CoveredItem } from './scenario-types.ts';
import { StateBadge } from './state-badge.tsx';
import type { Coverage } from './use-coverage.ts';

/** Runs that are named beside what is counted now. */
const BEFORE = 3;

/** How far the chosen rows cover a scenario, and how the newest reports found it in other runs. */
export function CoverageCell({
  projectId,
  item,
  coverage,
}: {
  projectId: string;
  item: CoveredItem;
  coverage: Coverage;
}) {
  const t = useTranslations('scenarios.coverage');
  const { of, recipeId } = coverage;
  const before = coverage
    .before(item.scenario.id)
    .filter((each) => each.state !== 'not-expressed' && !(of?.kind === 'run' && each.runId === of.runId))
    .slice(0, BEFORE);
  return (
    <span className="flex min-w-44 flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StateBadge state={item.state} />
        {item.state === 'not-expressed' ? null : (
          <MatchingRows item={item} runId={of?.kind === 'run' ? of.runId : null} />
        )}
      </span>
      <MendLink projectId={projectId} recipeId={recipeId} item={item} />
      {before.length === 0 ? null : (
        <ul aria-label={t('beforeTitle')} className="flex flex-col text-xs text-fg-muted">
          {before.map((each) => (
            <li key={each.reportId}>
              <MeasurementLink measurementId={each.measurementId} name={item.scenario.name}>
                {t('before', {
                  number: each.runNumber,
                  state: each.state,
                  rows: each.matching ?? 0,
                  needed: each.needed ?? 0,
                })}
              </MeasurementLink>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
