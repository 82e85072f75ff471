'use client';

import { Button, Checkbox, Popover, SearchInput } from '@assay/ui';
import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TableColumnInfo } from './table-adapter.ts';

const MOST = 200;

/** Which columns the grid shows. At least one stays. */
export function ColumnChooser({
  columns,
  shown,
  onChange,
}: {
  columns: readonly TableColumnInfo[];
  shown: readonly TableColumnInfo[];
  onChange: (names: ReadonlySet<string>) => void;
}) {
  const t = useTranslations('data.rows');
  const [search, setSearch] = useState('');
  const names = new Set(shown.map((column) => column.name));
  const wanted = search.trim().toLowerCase();
  const found = columns.filter((column) => `${column.name} ${column.label}`.toLowerCase().includes(wanted));
  const toggle = (name: string, on: boolean) => {
    const next = new Set(names);
    if (on) next.add(name);
    else next.delete(name);
    if (next.size > 0) onChange(next);
  };
  return (
    <Popover
      label={t('columns')}
      align="end"
      trigger={
        <Button icon={<Columns3 aria-hidden />}>
          {shown.length === columns.length
            ? t('columns')
            : t('columnsCount', { shown: shown.length, total: columns.length })}
        </Button>
      }
    >
      <div className="space-y-3">
        <SearchInput label={t('columnsSearch')} value={search} onChange={setSearch} />
        <div className="max-h-72 space-y-0.5 overflow-y-auto">
          {found.slice(0, MOST).map((column) => (
            <Checkbox
              key={column.name}
              label={
                <>
                  {column.name}
                  {column.label === column.name ? null : (
                    <span className="text-fg-muted"> · {column.label}</span>
                  )}
                </>
              }
              checked={names.has(column.name)}
              disabled={names.size === 1 && names.has(column.name)}
              onChange={(on) => toggle(column.name, on)}
            />
          ))}
          {found.length > MOST ? (
            <p className="pt-1 text-xs text-fg-muted">{t('more', { count: found.length - MOST })}</p>
          ) : null}
        </div>
        <Button
          size="sm"
          disabled={shown.length === columns.length}
          onClick={() => onChange(new Set(columns.map((column) => column.name)))}
        >
          {t('allColumns')}
        </Button>
      </div>
    </Popover>
  );
}
