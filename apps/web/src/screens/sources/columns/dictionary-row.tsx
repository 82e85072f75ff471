'use client';

import { Badge, Button, ColumnTypeIcon, TextLink } from '@assay/ui';
import { Check, EyeOff, List } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RoleSelect } from '../role-select.tsx';
import { InlineText } from './inline-text.tsx';
import type { Column, EditColumns } from './use-edit-columns.ts';

export const DICTIONARY_GRID =
  'grid gap-x-4 gap-y-3 xl:grid-cols-[minmax(9rem,1fr)_minmax(9rem,1fr)_5.5rem_minmax(10rem,1.4fr)_10rem_8rem]';

/** One column of the data dictionary, edited in place. */
export function DictionaryRow({
  column,
  sourceId,
  mayEdit,
  editing,
  onValues,
}: {
  column: Column;
  sourceId: string;
  mayEdit: boolean;
  editing: EditColumns;
  onValues: () => void;
}) {
  const t = useTranslations('sources.columns');
  const words = useTranslations('sources');
  const { path } = useOrg();
  const { name } = column;
  const values = column.allowedValues?.length ?? 0;
  return (
    <li className={`${DICTIONARY_GRID} items-start px-4 py-3 sm:px-5`}>
      <div className="min-w-0 xl:pt-1.5">
        <p className="font-mono text-sm font-medium wrap-anywhere">{name}</p>
        <p className="flex items-center gap-1.5 text-xs text-fg-muted">
          <ColumnTypeIcon type={column.type} /> {words(`types.${column.type}`)}
        </p>
        {column.findings.length === 0 ? null : (
          <TextLink href={path(`/sources/${sourceId}/findings`)} className="mt-1 text-xs">
            <Badge
              tone={column.findings.some((finding) => finding.status === 'OPEN') ? 'warn' : 'neutral'}
              icon={<EyeOff aria-hidden />}
            >
              {t('personal')}
            </Badge>
          </TextLink>
        )}
      </div>
      <Part label={t('label')}>
        <InlineText
          label={t('labelOf', { column: name })}
          value={column.label}
          maxLength={256}
          placeholder={t('label')}
          disabled={!mayEdit}
          onSave={(label) => void editing.edit(column, { label })}
        />
      </Part>
      <Part label={t('unit')}>
        <InlineText
          label={t('unitOf', { column: name })}
          value={column.unit ?? ''}
          maxLength={64}
          placeholder={t('unit')}
          disabled={!mayEdit}
          onSave={(unit) => void editing.edit(column, { unit: unit === '' ? null : unit })}
        />
      </Part>
      <Part label={t('meaning')}>
        <InlineText
          label={t('meaningOf', { column: name })}
          value={column.meaning ?? ''}
          maxLength={2000}
          placeholder={t('meaning')}
          disabled={!mayEdit}
          sentence
          onSave={(meaning) => void editing.edit(column, { meaning: meaning === '' ? null : meaning })}
        />
      </Part>
      <Part label={t('role')}>
        <RoleSelect
          value={column.role}
          column={name}
          disabled={!mayEdit}
          onChange={(role) => void editing.edit(column, { role })}
        />
        {column.roleConfirmed ? (
          <p className="mt-1 flex items-center gap-1 text-xs text-good-text">
            <Check aria-hidden className="size-3.5" /> {t('confirmed')}
          </p>
        ) : mayEdit ? (
          <Button
            size="sm"
            variant="quiet"
            className="mt-1 -ml-2.5"
            disabled={editing.pending}
            aria-label={t('confirmRoleOf', { column: name })}
            onClick={(event) => {
              // The button goes with what it confirms: whoever pressed it by key stays in its row.
              event.currentTarget.closest('li')?.querySelector<HTMLElement>('[role=combobox]')?.focus();
              void editing.confirmRoles([column]);
            }}
          >
            {t('confirmRole')}
          </Button>
        ) : (
          <p className="mt-1 text-xs text-fg-muted">{t('suggested')}</p>
        )}
      </Part>
      <Part label={t('values')}>
        {mayEdit ? (
          <Button
            size="sm"
            variant="quiet"
            className="-ml-2.5"
            icon={<List aria-hidden />}
            aria-label={t('valuesOf', { column: name })}
            onClick={onValues}
          >
            {values === 0 ? t('anyValue') : t('someValues', { count: values })}
          </Button>
        ) : (
          <span className="text-sm text-fg-secondary xl:pt-1.5">
            {values === 0 ? t('anyValue') : t('someValues', { count: values })}
          </span>
        )}
        {column.role === 'target' ? (
          <p className="text-xs text-fg-muted wrap-anywhere">
            {(column.favourable?.length ?? 0) === 0
              ? t('noFavourable')
              : t('favourableIs', { values: column.favourable?.join(', ') ?? '' })}
          </p>
        ) : null}
      </Part>
    </li>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <span className="mb-1 block text-xs text-fg-muted xl:hidden" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
