'use client';

import { Field, RadioGroup } from '@assay/ui';
import { useTranslations } from 'next-intl';

export type Stakes = 'standard' | 'high';

type Props = { value: Stakes; onChange: (stakes: Stakes) => void; disabled?: boolean };

/** How much harm a mistake could do; later gates read it. */
export function StakesField({ value, onChange, disabled = false }: Props) {
  const t = useTranslations('projects');
  return (
    <Field label={t('stakes.label')} hint={t('stakes.hint')}>
      <RadioGroup
        cards
        disabled={disabled}
        value={value}
        onChange={(next) => onChange(next === 'high' ? 'high' : 'standard')}
        options={(['standard', 'high'] as const).map((each) => ({
          value: each,
          label: t(`stakes.${each}.name`),
          hint: t(`stakes.${each}.hint`),
        }))}
      />
    </Field>
  );
}
