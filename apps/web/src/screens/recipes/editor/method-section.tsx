'use client';

import { type RecipeMethod, type RecipeProblem, recipeMethod } from '@assay/contracts';
import { Card, Combobox, Field, RadioGroup } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { GuideLink } from '~/shell/guide-link.tsx';
import type { ColumnInfo } from '../../data/use-all-columns.ts';
import { problemsAt, type RecipeDraft } from '../draft.ts';
import { FieldProblems } from './field-problems.tsx';
import { LeafDial } from './leaf-dial.tsx';

/** The one to begin with first, then what it is compared with. */
const METHODS: readonly RecipeMethod[] = ['tree', 'copula', 'independent', 'rules'];

/** How rows are made, and the dials of that method. */
export function MethodSection({
  draft,
  columns,
  problems,
  disabled,
  onChange,
}: {
  draft: RecipeDraft;
  columns: readonly ColumnInfo[];
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (part: Partial<RecipeDraft>) => void;
}) {
  const t = useTranslations('recipes.editor.method');
  const words = useTranslations('recipes.methods');
  const data = useTranslations('data');
  const guide = useTranslations('guide');
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-6">
        <RadioGroup
          label={t('field')}
          cards
          value={draft.method}
          disabled={disabled}
          onChange={(value) => {
            const method = recipeMethod.safeParse(value);
            if (method.success) onChange({ method: method.data });
          }}
          options={METHODS.map((method) => ({
            value: method,
            label: words(`${method}.name`),
            hint: words(`${method}.about`),
          }))}
        />
        <p className="text-sm">
          <GuideLink page={`generators/${draft.method}`}>
            {guide('generatorOf', { name: words(`${draft.method}.name`) })}
          </GuideLink>
        </p>
        {draft.method === 'tree' ? (
          <div className="flex flex-col gap-2">
            <Field
              label={t('target')}
              id="recipe-target"
              hint={t('targetHint')}
              optional
              className="max-w-md"
            >
              <Combobox
                placeholder={t('noTarget')}
                disabled={disabled}
                value={draft.target ?? ''}
                onChange={(value) => onChange({ target: value === '' ? null : value })}
                options={[
                  { value: '', label: t('noTarget') },
                  ...columns
                    .filter((column) => column.type !== 'identifier' && column.role !== 'identifier')
                    .map((column) => ({
                      value: column.name,
                      label: column.name,
                      hint: data(`types.${column.type}`),
                    })),
                ]}
              />
            </Field>
            <FieldProblems problems={problemsAt(problems, 'target')} />
          </div>
        ) : null}
        {draft.method === 'tree' ? (
          <LeafDial
            leaf={draft.leaf}
            problems={problemsAt(problems, 'leaf')}
            disabled={disabled}
            onChange={(leaf) => onChange({ leaf })}
          />
        ) : null}
      </div>
    </Card>
  );
}
