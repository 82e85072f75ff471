'use client';

import type { RecipeProblem } from '@assay/contracts';
import { Button, DataTable, Field, NumberInput, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FieldProblems } from './field-problems.tsx';
import { LEAF_FIGURES, nearestLeaf } from './leaf-figures.ts';

type Figures = (typeof LEAF_FIGURES)[number];
const MOST = 100_000;

/** The leaf size with what it did where it was measured. */
export function LeafDial({
  leaf,
  problems,
  disabled,
  onChange,
}: {
  leaf: number | null;
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (leaf: number | null) => void;
}) {
  const t = useTranslations('recipes.editor.leaf');
  const { locale } = useUi();
  const nearest = leaf === null ? null : nearestLeaf(leaf);
  const columns: TableColumn<Figures>[] = [
    {
      id: 'leaf',
      header: t('leaf'),
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <Button
            size="sm"
            variant={row.leaf === leaf ? 'secondary' : 'quiet'}
            aria-pressed={row.leaf === leaf}
            disabled={disabled}
            aria-label={t('use', { leaf: row.leaf })}
            onClick={() => onChange(row.leaf)}
          >
            {row.leaf}
          </Button>
          {row.leaf === nearest && row.leaf !== leaf ? (
            <span className="text-xs font-normal text-fg-muted">{t('nearest')}</span>
          ) : null}
        </span>
      ),
    },
    ...(['trend', 'detection', 'utility', 'dcr'] as const).map(
      (name): TableColumn<Figures> => ({
        id: name,
        header: t(name),
        numeric: true,
        cell: (row) =>
          row[name].toLocaleString(locale, {
            minimumFractionDigits: name === 'trend' ? 2 : 3,
          }),
      }),
    ),
  ];
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-semibold">{t('title')}</h3>
        <p className="mt-0.5 max-w-prose text-sm text-fg-secondary">{t('about')}</p>
      </div>
      <div className="grid gap-4 lg:grid-cols-[14rem_1fr]">
        <div className="flex flex-col gap-2">
          <Field label={t('field')} id="recipe-leaf">
            <NumberInput
              value={leaf}
              min={1}
              max={MOST}
              step={10}
              unit={t('unit')}
              disabled={disabled}
              onChange={onChange}
            />
          </Field>
          <FieldProblems problems={problems} />
          {leaf !== null && leaf < 20 ? <p className="text-sm text-warn-text">{t('small')}</p> : null}
          {leaf !== null && leaf > 400 ? <p className="text-sm text-fg-secondary">{t('large')}</p> : null}
        </div>
        <div className="min-w-0 rounded-md border border-line">
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={LEAF_FIGURES}
            rowKey={(row) => String(row.leaf)}
            rowTone={(row) => (row.leaf === nearest ? 'selected' : undefined)}
            dense
          />
        </div>
      </div>
      <p className="text-xs text-fg-muted">
        {t('explain')} {t('provenance')}
      </p>
    </div>
  );
}
