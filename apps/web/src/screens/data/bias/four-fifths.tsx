'use client';

import type { BiasReport } from '@assay/contracts';
import { Badge, Card, NumberText, ScrollRegion } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type BiasGroup, useGroupName } from './group-name.ts';

const tones = { passes: 'good', fails: 'bad', 'not-assessable': 'neutral' } as const;

/** The group with the highest rate among those that can be assessed. */
function highestOf(groups: readonly BiasGroup[]): BiasGroup | null {
  let best: BiasGroup | null = null;
  for (const group of groups) {
    if (group.outcome === null || group.outcome.fourFifths === 'not-assessable') continue;
    const { outcome } = group;
    // a/n > b/m as a·m > b·n, in whole numbers
    if (
      best?.outcome == null ||
      BigInt(outcome.favourable) * BigInt(best.outcome.n) >
        BigInt(best.outcome.favourable) * BigInt(outcome.n)
    )
      best = group;
  }
  return best;
}

/** The four-fifths rule per group, with the whole numbers that decide it. */
export function FourFifths({ report }: { report: BiasReport }) {
  const t = useTranslations('data.bias');
  const nameOf = useGroupName();
  const highest = highestOf(report.groups);
  const assessed = report.groups.filter(
    (group) => group.outcome !== null && group.outcome.fourFifths !== 'not-assessable',
  );
  const failing = assessed.filter((group) => group.outcome?.fourFifths === 'fails');
  const best = highest?.outcome ?? null;
  return (
    <Card
      title={t('fourFifths')}
      description={t('fourFifthsBody')}
      actions={
        <Badge tone={assessed.length === 0 ? 'neutral' : failing.length > 0 ? 'bad' : 'good'}>
          {assessed.length === 0
            ? t('nothingAssessable')
            : failing.length === 0
              ? t('allPass')
              : t('someFail', { count: failing.length })}
        </Badge>
      }
    >
      {highest === null || best === null ? null : (
        <ScrollRegion label={t('fourFifths')} className="max-h-96 overflow-y-auto">
          <ul className="space-y-3 text-sm">
            {assessed.map((group) => (
              <li key={nameOf(group.group)} className="space-y-0.5">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{nameOf(group.group)}</span>
                  {group === highest ? (
                    <Badge>{t('highest')}</Badge>
                  ) : (
                    <Badge tone={tones[group.outcome?.fourFifths ?? 'not-assessable']}>
                      {t(`verdicts.${group.outcome?.fourFifths ?? 'not-assessable'}`)}
                    </Badge>
                  )}
                  {group.outcome?.impactRatio == null ? null : (
                    <span className="text-fg-secondary">
                      {t('ratio')}: <NumberText value={group.outcome.impactRatio} digits={3} />
                    </span>
                  )}
                </p>
                {group === highest || group.outcome === null ? null : (
                  <code className="block font-mono text-xs text-fg-muted wrap-anywhere">
                    {exact(t, group.outcome, best)}
                  </code>
                )}
              </li>
            ))}
          </ul>
        </ScrollRegion>
      )}
    </Card>
  );
}

type Counts = { favourable: number; n: number };

/** 5·a·m against 4·b·n: the comparison of a/n with four fifths of b/m, without a division. */
function exact(t: ReturnType<typeof useTranslations<'data.bias'>>, own: Counts, best: Counts): string {
  const left = 5n * BigInt(own.favourable) * BigInt(best.n);
  const right = 4n * BigInt(best.favourable) * BigInt(own.n);
  return t('exact', {
    a: String(own.favourable),
    nb: String(best.n),
    left: String(left),
    sign: left < right ? '<' : '≥',
    right: String(right),
    b: String(best.favourable),
    na: String(own.n),
  });
}
