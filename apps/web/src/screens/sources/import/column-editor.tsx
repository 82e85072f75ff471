'use client';

import type { Detection, ImportNotice } from '@assay/contracts';
import { Button, Checkbox, EmptyState, Pagination, SearchInput } from '@assay/ui';
import { SearchX, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { columnProblems } from './column-problems.ts';
import { ColumnRow, ROW_GRID } from './column-row.tsx';
import type { ColumnEdits } from './use-column-edits.ts';

const PAGE = 25;

/** All columns of the file, a page at a time: a table may have ten thousand. */
export function ColumnEditor({
  detected,
  notices,
  editing,
  disabled,
}: {
  detected: Detection;
  notices: readonly ImportNotice[];
  editing: ColumnEdits;
  disabled: boolean;
}) {
  const t = useTranslations('sources.import');
  const { params, replace } = useUrlParams();
  const { text, setText } = useSearchText();
  const wanted = useDeferredValue(text).trim().toLowerCase();
  const onlyProblems = params.get('problems') === '1';
  const all = useMemo(() => {
    const masked = new Set(detected.maskedColumns);
    const aboutColumns = notices.filter((notice) => notice.column !== null);
    return detected.columns.map((column, place) => {
      const facts = detected.facts[place];
      return {
        column,
        facts,
        masked: masked.has(column.index),
        problems: columnProblems(column, facts, aboutColumns, masked),
      };
    });
  }, [detected, notices]);
  const taken = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { column } of all) {
      const name = (editing.edits[column.index]?.name ?? column.name).trim().toLowerCase();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }, [all, editing.edits]);
  const found = all.filter(
    ({ column, problems }) =>
      (!onlyProblems || problems.length > 0) &&
      (wanted === '' ||
        [column.name, column.sourceName, column.label].some((each) => each.toLowerCase().includes(wanted))),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(pages, Math.max(1, Number(params.get('page') ?? '1') || 1));
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const withProblems = all.filter(({ problems }) => problems.length > 0).length;
  const corrected = Object.keys(editing.edits).length;
  const go = (to: number) => () => replace({ page: to === 1 ? null : String(to) });
  const errorOf = (index: number, name: string): string | null => {
    const now = (editing.edits[index]?.name ?? name).trim();
    if (now === '') return t('nameEmpty');
    return (taken.get(now.toLowerCase()) ?? 0) > 1 ? t('nameTaken') : null;
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 sm:px-5">
        <SearchInput label={t('searchColumns')} value={text} onChange={setText} />
        <Checkbox
          label={t('onlyProblems', { count: withProblems })}
          checked={onlyProblems}
          disabled={withProblems === 0 && !onlyProblems}
          onChange={(on) => replace({ problems: on ? '1' : null, page: null })}
        />
        {corrected === 0 ? null : (
          <span className="ml-auto flex flex-wrap items-center gap-2 text-sm text-fg-secondary">
            {t('corrected', { count: corrected })}
            <Button size="sm" variant="quiet" icon={<Undo2 aria-hidden />} onClick={editing.reset}>
              {t('resetAll')}
            </Button>
          </span>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<SearchX />} compact title={t('noColumnTitle')} description={t('noColumnBody')} />
      ) : (
        <>
          <div
            aria-hidden
            className={`${ROW_GRID} border-b border-line bg-sunken/60 px-4 py-2 text-xs font-medium text-fg-secondary max-xl:hidden sm:px-5`}
          >
            <span>{t('columnName')}</span>
            <span>{t('type')}</span>
            <span>{t('role')}</span>
            <span>{t('dictionary')}</span>
            <span>{t('facts')}</span>
          </div>
          <ul aria-label={t('columnsTitle')} className="divide-y divide-line">
            {shown.map(({ column, facts, problems, masked }) => (
              <ColumnRow
                key={column.index}
                column={column}
                facts={facts}
                problems={problems}
                masked={masked}
                edit={editing.edits[column.index]}
                disabled={disabled}
                error={errorOf(column.index, column.name)}
                onEdit={(edit) => editing.change(column, edit)}
              />
            ))}
          </ul>
        </>
      )}
      {found.length > PAGE ? (
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <Pagination
            from={(page - 1) * PAGE + 1}
            to={(page - 1) * PAGE + shown.length}
            total={found.length}
            {...(page > 1 ? { previous: go(page - 1) } : {})}
            {...(page < pages ? { next: go(page + 1) } : {})}
          />
        </div>
      ) : null}
    </>
  );
}

/** Can the import begin with these names? The server asks again. */
export function namesAreUnique(detected: Detection, edits: ColumnEdits['edits']): boolean {
  const names = detected.columns.map((column) => (edits[column.index]?.name ?? column.name).trim());
  return !names.includes('') && new Set(names.map((name) => name.toLowerCase())).size === names.length;
}
