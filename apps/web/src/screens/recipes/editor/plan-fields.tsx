'use client';

import type { RecipeColumnPlan } from '@assay/contracts';
import { Combobox, Field, Input, NumberInput } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What a plan needs to know beyond its kind. */
export function PlanFields({
  plan,
  meanings,
  disabled,
  onChange,
}: {
  plan: RecipeColumnPlan;
  meanings: readonly string[];
  disabled: boolean;
  onChange: (plan: RecipeColumnPlan) => void;
}) {
  const t = useTranslations('recipes.editor.columns');
  const number = (label: string, value: number, min: number, set: (value: number) => void, max?: number) => (
    <Field label={label} className="w-24">
      <NumberInput
        steppers={false}
        value={value}
        min={min}
        max={max}
        disabled={disabled}
        onChange={(next) => {
          if (next !== null && Number.isInteger(next) && next >= min && (max === undefined || next <= max))
            set(next);
        }}
      />
    </Field>
  );
  const prefix = (value: string, set: (value: string) => void) => (
    <Field label={t('prefix')} className="w-28">
      <Input value={value} maxLength={64} disabled={disabled} onChange={(event) => set(event.target.value)} />
    </Field>
  );
  if (plan.make === 'sequence') {
    return (
      <div className="flex flex-wrap gap-2">
        {number(t('start'), plan.start, Number.MIN_SAFE_INTEGER, (start) => onChange({ ...plan, start }))}
        {number(t('step'), plan.step, 1, (step) => onChange({ ...plan, step }))}
        {prefix(plan.prefix, (text) => onChange({ ...plan, prefix: text }))}
        {number(t('digits'), plan.digits, 0, (digits) => onChange({ ...plan, digits }), 18)}
      </div>
    );
  }
  if (plan.make === 'code') {
    return (
      <div className="flex flex-wrap gap-2">
        {prefix(plan.prefix, (text) => onChange({ ...plan, prefix: text }))}
        {number(t('digits'), plan.digits, 1, (digits) => onChange({ ...plan, digits }), 15)}
      </div>
    );
  }
  if (plan.make === 'faker') {
    return (
      <Field label={t('meaning')} className="w-52">
        <Combobox
          disabled={disabled}
          value={plan.meaning}
          onChange={(meaning) => onChange({ ...plan, meaning })}
          options={meanings.map((meaning) => ({ value: meaning, label: meaning.replaceAll('-', ' ') }))}
        />
      </Field>
    );
  }
  return null;
}
