'use client';

import type { GoalInput } from '@assay/contracts';
import { Field, formatMoment, NumberInput, Select, useUi } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { writeFigure } from './goal-types.ts';

type Baseline = GoalInput['baseline'];
type Props = {
  projectId: string;
  metric: GoalInput['metric'];
  /** Null while it is not readable. */
  slice: GoalInput['slice'] | null;
  baseline: Baseline;
  onChange: (baseline: Baseline) => void;
};

const NONE = 'none';
const TYPED = 'typed';

/** Where the project stood before: a figure that a report measured, one typed in, or none. */
export function BaselineField({ projectId, metric, slice, baseline, onChange }: Props) {
  const t = useTranslations('goals');
  const trpc = useTRPC();
  const { locale, timeZone } = useUi();
  const query = useQuery(
    trpc.goal.figures.queryOptions(slice === null ? skipToken : { projectId, metric, slice }),
  );
  const figures = (query.data?.figures ?? []).flatMap(({ value, ...rest }) =>
    value === null ? [] : [{ ...rest, value }],
  );
  const chosen = baseline === null ? NONE : baseline.kind === 'measured' ? baseline.measurementId : TYPED;
  // A measurement of a report that is no longer there stays what it is until another is chosen.
  const lost = baseline?.kind === 'measured' && !figures.some((each) => each.measurementId === chosen);
  const write = (value: number) => writeFigure(metric, value, locale);
  const choose = (option: string) => {
    const figure = figures.find((each) => each.measurementId === option);
    if (figure !== undefined) {
      onChange({ kind: 'measured', value: figure.value, measurementId: figure.measurementId });
    } else if (option === TYPED) onChange({ kind: 'typed', value: baseline?.value ?? 0 });
    else if (option === NONE) onChange(null);
  };
  return (
    <>
      <Field label={t('baseline')} hint={t(figures.length === 0 ? 'baselineNone' : 'baselineHint')}>
        <Select
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          options={[
            { value: NONE, label: t('baselineNothing') },
            ...(lost ? [{ value: chosen, label: t('baselineLost', { value: write(baseline.value) }) }] : []),
            ...figures.map((each) => ({
              value: each.measurementId,
              label: t('baselineMeasured', {
                value: write(each.value),
                report: each.reportName,
                at: formatMoment(Date.parse(each.at), locale, timeZone, 'date'),
              }),
            })),
            { value: TYPED, label: t('baselineTyped') },
          ]}
        />
      </Field>
      {baseline?.kind === 'typed' ? (
        <Field label={t('baselineValue')} required hint={t('targetHint')}>
          <NumberInput
            value={baseline.value}
            step="any"
            steppers={false}
            onChange={(value) => (value === null ? undefined : onChange({ kind: 'typed', value }))}
          />
        </Field>
      ) : null}
    </>
  );
}
