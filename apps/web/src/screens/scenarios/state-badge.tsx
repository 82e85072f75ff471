'use client';

import type { ScenarioState } from '@assay/contracts';
import { Badge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';

const TONES: Record<ScenarioState, Tone> = {
  covered: 'good',
  short: 'warn',
  missing: 'bad',
  'not-expressible': 'bad',
  'not-expressed': 'neutral',
};

/** How far rows cover a scenario, in a word. */
export function StateBadge({ state }: { state: ScenarioState }) {
  const t = useTranslations('scenarios.coverage.states');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
