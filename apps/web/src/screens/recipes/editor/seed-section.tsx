'use client';

import type { RecipeProblem, SeedPolicy } from '@assay/contracts';
import { Card, Field, Input, RadioGroup } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FieldProblems } from './field-problems.tsx';

/** Whether runs of the recipe share a seed. */
export function SeedSection({
  seed,
  problems,
  disabled,
  onChange,
}: {
  seed: SeedPolicy;
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (seed: SeedPolicy) => void;
}) {
  const t = useTranslations('recipes.editor.seed');
  return (
    <Card title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-4">
        <RadioGroup
          label={t('field')}
          value={seed.kind}
          disabled={disabled}
          onChange={(kind) => onChange(kind === 'fixed' ? { kind, seed: '1' } : { kind: 'each-run' })}
          options={[
            { value: 'each-run', label: t('each'), hint: t('eachHint') },
            { value: 'fixed', label: t('fixed'), hint: t('fixedHint') },
          ]}
        />
        {seed.kind === 'fixed' ? (
          <Field label={t('value')} className="max-w-xs">
            <Input
              value={seed.seed}
              maxLength={64}
              disabled={disabled}
              onChange={(event) => onChange({ kind: 'fixed', seed: event.target.value })}
            />
          </Field>
        ) : null}
        <FieldProblems problems={problems} />
      </div>
    </Card>
  );
}
