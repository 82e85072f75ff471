'use client';

import type { RecipeProblem } from '@assay/contracts';
import { Button, Card, DropdownMenu, Field, IconButton, Select } from '@assay/ui';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ColumnInfo } from '../../data/use-all-columns.ts';
import { type ConstraintDraft, type ConstraintKind, newConstraint, problemsAt } from '../draft.ts';
import { ConstraintFields } from './constraint-fields.tsx';
import { FieldProblems } from './field-problems.tsx';

const KINDS: readonly ConstraintKind[] = [
  'range',
  'inequality',
  'sum',
  'formula',
  'unique',
  'combinations',
  'dependency',
  'rule',
];

/** What every row must satisfy. */
export function ConstraintsSection({
  columns,
  constraints,
  problems,
  disabled,
  onChange,
}: {
  columns: readonly ColumnInfo[];
  constraints: readonly ConstraintDraft[];
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (constraints: readonly ConstraintDraft[]) => void;
}) {
  const t = useTranslations('recipes.editor.constraints');
  const set = (key: string, part: Partial<ConstraintDraft>) =>
    onChange(constraints.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <Card
      title={t('title')}
      description={t('about')}
      actions={
        disabled ? undefined : (
          <DropdownMenu
            label={t('add')}
            trigger={
              <Button size="sm" icon={<Plus aria-hidden />}>
                {t('add')}
              </Button>
            }
            groups={[
              {
                id: 'kinds',
                items: KINDS.map((kind) => ({
                  id: kind,
                  label: t(`kinds.${kind}`),
                  onSelect: () => onChange([...constraints, newConstraint(kind)]),
                })),
              },
            ]}
          />
        )
      }
    >
      {constraints.length === 0 ? <p className="text-sm text-fg-muted">{t('empty')}</p> : null}
      <ol className="flex flex-col divide-y divide-line">
        {constraints.map((line, at) => (
          <li key={line.key} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <fieldset className="flex items-end gap-2" disabled={disabled}>
              <legend className="sr-only">{t('line', { n: at + 1 })}</legend>
              <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
                <Field label={t('kind')} className="w-full sm:w-60">
                  <Select
                    value={line.kind}
                    onChange={(event) =>
                      set(line.key, {
                        kind: KINDS.find((each) => each === event.target.value) ?? line.kind,
                      })
                    }
                    options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                  />
                </Field>
                <ConstraintFields
                  line={line}
                  columns={columns}
                  disabled={disabled}
                  onChange={(part) => set(line.key, part)}
                />
              </div>
              {disabled ? null : (
                <IconButton
                  label={t('remove', { n: at + 1 })}
                  icon={<X aria-hidden />}
                  onClick={() => onChange(constraints.filter((each) => each.key !== line.key))}
                />
              )}
            </fieldset>
            <FieldProblems problems={problemsAt(problems, `constraints.${at}`)} />
          </li>
        ))}
      </ol>
      <FieldProblems
        className="mt-2"
        problems={problems.filter((problem) => problem.field === 'constraints')}
      />
    </Card>
  );
}
