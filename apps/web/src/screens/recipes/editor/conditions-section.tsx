'use client';

import type { RecipeProblem } from '@assay/contracts';
import { parsePredicate } from '@assay/domain';
import { Button, Card, Field, IconButton, NumberInput } from '@assay/ui';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PredicateInput } from '../../data/predicate-input.tsx';
import type { ColumnInfo } from '../../data/use-all-columns.ts';
import { type ConditionDraft, newCondition, problemsAt } from '../draft.ts';
import type { RecipeCheck } from '../recipe-types.ts';
import { FieldProblems } from './field-problems.tsx';

/** At least so many rows match: each condition with how many real rows do. */
export function ConditionsSection({
  columns,
  conditions,
  counted,
  problems,
  disabled,
  onChange,
}: {
  columns: readonly ColumnInfo[];
  conditions: readonly ConditionDraft[];
  counted: RecipeCheck['conditions'];
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (conditions: readonly ConditionDraft[]) => void;
}) {
  const t = useTranslations('recipes.editor.conditions');
  const set = (key: string, part: Partial<ConditionDraft>) =>
    onChange(conditions.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <Card
      title={t('title')}
      description={t('about')}
      actions={
        disabled ? undefined : (
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => onChange([...conditions, newCondition()])}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {conditions.length === 0 ? <p className="text-sm text-fg-muted">{t('empty')}</p> : null}
      <ol className="flex flex-col divide-y divide-line">
        {conditions.map((line, at) => (
          <li key={line.key} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <fieldset className="flex flex-wrap items-start gap-2" disabled={disabled}>
              <legend className="sr-only">{t('line', { n: at + 1 })}</legend>
              <div className="min-w-0 flex-1 basis-72">
                <PredicateInput
                  columns={columns}
                  text={line.text}
                  label={`${t('line', { n: at + 1 })}: ${t('where')}`}
                  problem={placeOfProblem(line.text, columns)}
                  onText={(text) => set(line.key, { text })}
                />
              </div>
              <Field label={t('atLeast')} hideLabel>
                <NumberInput
                  className="w-44"
                  steppers={false}
                  value={line.atLeast}
                  min={1}
                  unit={t('rows')}
                  onChange={(atLeast) => set(line.key, { atLeast })}
                />
              </Field>
              {disabled ? null : (
                <IconButton
                  label={t('remove', { n: at + 1 })}
                  icon={<X aria-hidden />}
                  onClick={() => onChange(conditions.filter((each) => each.key !== line.key))}
                />
              )}
            </fieldset>
            <RealRows counted={counted[at]} />
            <FieldProblems
              problems={problemsAt(problems, `conditions.${at}`).filter((each) => each.code !== 'predicate')}
            />
          </li>
        ))}
      </ol>
      <FieldProblems
        className="mt-2"
        problems={problems.filter((problem) => problem.field === 'conditions')}
      />
    </Card>
  );
}

/** Where the text stops being a condition; an empty one is not wrong yet. */
function placeOfProblem(text: string, columns: readonly ColumnInfo[]) {
  if (text.trim() === '') return null;
  const parsed = parsePredicate(
    text,
    columns.map((column) => column.name),
  );
  return parsed.ok ? null : parsed.error;
}

function RealRows({ counted }: { counted: RecipeCheck['conditions'][number] | undefined }) {
  const t = useTranslations('recipes.editor.conditions');
  if (counted === undefined) return null;
  return (
    <p role="status" className="text-sm text-fg-secondary tabular-nums">
      {t('real', { count: counted.realRows })}
    </p>
  );
}
