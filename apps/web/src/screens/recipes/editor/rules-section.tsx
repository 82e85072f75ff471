'use client';

import type { RecipeProblem } from '@assay/contracts';
import { Button, Card, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FieldProblems } from './field-problems.tsx';

/** A small document that uses each kind of rule that people begin with. */
const EXAMPLE = {
  version: 1,
  columns: [
    { name: 'id', rule: { make: 'sequence', start: 1 } },
    { name: 'plan', rule: { make: 'category', weights: { basic: 7, family: 2, business: 1 } } },
    {
      name: 'seats',
      rule: {
        make: 'cases',
        cases: [
          {
            when: "plan = 'business'",
            rule: {
              make: 'number',
              distribution: { shape: 'log-normal', median: 12, spread: 0.8 },
              decimals: 0,
              min: 2,
            },
          },
        ],
        otherwise: { make: 'number', distribution: { shape: 'uniform', min: 1, max: 4 }, decimals: 0 },
      },
    },
    { name: 'since', rule: { make: 'date', from: '2020-01-01', to: '2024-12-31' } },
  ],
};

/** The rules document as text. */
export function RulesSection({
  rules,
  problems,
  disabled,
  onChange,
}: {
  rules: string;
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (rules: string) => void;
}) {
  const t = useTranslations('recipes.editor.rules');
  return (
    <Card
      title={t('title')}
      description={t('about')}
      actions={
        disabled || rules.trim() !== '' ? undefined : (
          <Button size="sm" onClick={() => onChange(JSON.stringify(EXAMPLE, null, 2))}>
            {t('example')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2">
        <Field label={t('field')} id="recipe-rules" hideLabel>
          <Textarea
            rows={18}
            spellCheck={false}
            className="font-mono text-xs"
            value={rules}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
        <FieldProblems problems={problems} />
      </div>
    </Card>
  );
}
