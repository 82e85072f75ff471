'use client';

import { type ColumnFacts, type ColumnSpec, type ColumnType, columnType } from '@assay/contracts';
import { Badge, ColumnTypeIcon, formatShare, Input, NumberText, Select, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { TYPES } from '../column-words.ts';
import { RoleSelect } from '../role-select.tsx';
import type { ColumnProblem } from './column-problems.ts';
import type { FieldEdit } from './merge-edits.ts';

export const ROW_GRID =
  'grid gap-x-4 gap-y-3 xl:grid-cols-[minmax(11rem,1.3fr)_8.5rem_10rem_minmax(13rem,1.6fr)_minmax(8.5rem,0.8fr)]';

type Props = {
  column: ColumnSpec;
  facts: ColumnFacts | undefined;
  edit: FieldEdit | undefined;
  problems: readonly ColumnProblem[];
  masked: boolean;
  disabled: boolean;
  error: string | null;
  onEdit: (edit: FieldEdit) => void;
};

/** One column of the file: what was made of it, and what a person makes of it. */
export function ColumnRow({ column, facts, edit, problems, masked, disabled, error, onEdit }: Props) {
  const t = useTranslations('sources.import');
  const types = useTranslations('sources.types');
  const now = {
    name: edit?.name ?? column.name,
    type: edit?.type ?? column.type,
    role: edit?.role ?? column.role,
    label: edit?.label ?? column.label,
    unit: edit?.unit === undefined ? column.unit : edit.unit,
    meaning: edit?.meaning === undefined ? column.meaning : edit.meaning,
  };
  return (
    <li
      className={`${ROW_GRID} px-4 py-3 sm:px-5 ${edit === undefined ? '' : 'bg-selected/40'}`}
      data-column={column.index}
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <Labelled label={t('columnName')}>
          {(id) => (
            <Input
              id={id}
              value={now.name}
              maxLength={256}
              disabled={disabled}
              aria-label={t('nameOf', { column: column.name })}
              aria-invalid={error === null ? undefined : true}
              className="font-mono"
              onChange={(event) => onEdit({ name: event.currentTarget.value })}
            />
          )}
        </Labelled>
        {error === null ? null : <p className="text-xs text-bad-text">{error}</p>}
        {column.sourceName === column.name ? null : (
          <p className="text-xs text-fg-muted wrap-anywhere">
            {column.sourceName.trim() === '' ? t('emptyHeader') : t('inFile', { header: column.sourceName })}
          </p>
        )}
        {problems.length === 0 ? null : (
          <div className="flex flex-wrap gap-1">
            {problems.map((problem) => (
              <Badge key={problem} tone={problem === 'renamed' ? 'neutral' : 'warn'}>
                {t(`problem.${problem}`)}
              </Badge>
            ))}
          </div>
        )}
      </div>
      <Labelled label={t('type')}>
        {(id) => (
          <Select
            id={id}
            value={now.type}
            disabled={disabled}
            aria-label={t('typeOf', { column: column.name })}
            options={TYPES.map((type) => ({ value: type, label: types(type) }))}
            onChange={(event) => {
              const type = columnType.safeParse(event.currentTarget.value);
              if (type.success) onEdit({ type: type.data });
            }}
          />
        )}
      </Labelled>
      <Labelled label={t('role')}>
        {() => (
          <RoleSelect
            value={now.role}
            column={column.name}
            disabled={disabled}
            onChange={(role) => onEdit({ role })}
          />
        )}
      </Labelled>
      <div className="flex min-w-0 flex-col gap-1.5">
        <Labelled label={t('dictionary')}>
          {(id) => (
            <span className="grid grid-cols-[1fr_4rem] gap-1.5">
              <Input
                id={id}
                value={now.label}
                maxLength={256}
                disabled={disabled}
                placeholder={t('label')}
                aria-label={t('labelOf', { column: column.name })}
                onChange={(event) => onEdit({ label: event.currentTarget.value })}
              />
              <Input
                value={now.unit ?? ''}
                maxLength={64}
                disabled={disabled}
                placeholder={t('unit')}
                aria-label={t('unitOf', { column: column.name })}
                onChange={(event) => onEdit({ unit: event.currentTarget.value || null })}
              />
            </span>
          )}
        </Labelled>
        <Input
          value={now.meaning ?? ''}
          maxLength={2000}
          disabled={disabled}
          placeholder={t('meaning')}
          aria-label={t('meaningOf', { column: column.name })}
          onChange={(event) => onEdit({ meaning: event.currentTarget.value || null })}
        />
      </div>
      <Facts facts={facts} type={column.type} masked={masked} />
    </li>
  );
}

/** On narrow screens a control needs its label beside it; on wide ones the heading of the list is enough. */
function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-xs text-fg-muted xl:hidden" aria-hidden>
        {label}
      </span>
      {children(id)}
    </div>
  );
}

function Facts({
  facts,
  type,
  masked,
}: {
  facts: ColumnFacts | undefined;
  type: ColumnType;
  masked: boolean;
}) {
  const t = useTranslations('sources.import');
  const { locale } = useUi();
  if (facts === undefined) return <div />;
  return (
    <div className="min-w-0 text-xs text-fg-secondary">
      <p className="flex items-center gap-1.5">
        <ColumnTypeIcon type={type} />
        <span>
          <NumberText value={facts.distinct} />{' '}
          {facts.distinctIsEstimate ? t('distinctAbout') : t('distinct')}
        </span>
      </p>
      <p>
        {facts.missing === 0
          ? t('noneMissing')
          : t('someMissing', { share: formatShare(facts.missing, facts.rows, locale, 1) })}
      </p>
      {facts.frequent.length === 0 ? null : (
        <p className="line-clamp-2 text-fg-muted wrap-anywhere">
          {t(masked ? 'examplesMasked' : 'examples')}{' '}
          <span className="font-mono">
            {facts.frequent
              .slice(0, 4)
              .map((each) => each.value)
              .join(', ')}
          </span>
        </p>
      )}
    </div>
  );
}
