'use client';

import type { ReportFidelity } from '@assay/contracts';
import { Card } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';
import { Segments } from './segments.tsx';

const MODES = ['corrected', 'parity'] as const;
type Mode = (typeof MODES)[number];

/** Scores in two conventions: corrected, which the gates judge, and as SDMetrics prints them for comparison. */
export function ScoresCard({ fidelity }: { fidelity: ReportFidelity }) {
  const t = useTranslations('reports.scores');
  const [mode, setMode] = useState<Mode>('corrected');
  const { shapes, trends, threeWay, parity } = fidelity;
  return (
    <Card
      id="scores"
      footer={<FigureGuide metrics={['shape-error', 'trend-error', 'three-way-error', 'parity-quality']} />}
      title={t('title')}
      description={t(mode === 'parity' && !parity.exact ? 'parityDrawn' : `means.${mode}`)}
      actions={
        <Segments
          label={t('mode')}
          value={mode}
          onChange={setMode}
          options={MODES.map((each) => ({ value: each, label: t(`modes.${each}`) }))}
        />
      }
    >
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {mode === 'corrected' ? (
          <>
            <Score name={t('shapes')} value={shapes.score} beside={shapes} />
            <Score name={t('trends')} value={trends.score} beside={trends} />
            <Score name={t('threeWay')} value={threeWay.score} beside={threeWay} />
          </>
        ) : (
          <>
            <Score
              name={t('quality')}
              value={parity.allPairs.score}
              metric={{}}
              thresholds={parity.thresholds.score}
            />
            <Score name={t('shapes')} value={parity.allPairs.shapes} thresholds={parity.thresholds.shapes} />
            <Score name={t('trends')} value={parity.allPairs.trends} thresholds={parity.thresholds.trends} />
          </>
        )}
      </dl>
    </Card>
  );
}

type ScoreProps = {
  name: string;
  value: number | null;
  beside?: { floor: number | null; real: number | null };
  thresholds?: number | null;
  /** Present: the figure is stored as a measurement and opens. */
  metric?: Readonly<Record<string, string>>;
};

function Score({ name, value, beside, thresholds, metric }: ScoreProps) {
  const t = useTranslations('reports.scores');
  const { percent } = useNumbers();
  return (
    <div>
      <dt className="text-sm text-fg-secondary">{name}</dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">
        {metric === undefined ? (
          percent(value)
        ) : (
          <Figure metric="parity-quality" slice={metric} value={value} name={name} format="percent" />
        )}
      </dd>
      <dd className="text-xs text-fg-muted">
        {beside === undefined
          ? t('thresholds', { value: percent(thresholds ?? null) })
          : t('beside', { floor: percent(beside.floor), unseen: percent(beside.real) })}
      </dd>
    </div>
  );
}
