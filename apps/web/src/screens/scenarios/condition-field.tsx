'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConditionBuilder } from '../data/condition-builder.tsx';
import { PredicateInput } from '../data/predicate-input.tsx';
import type { FilterProblem } from '../data/use-table-state.ts';
import type { useScenarioColumns } from './use-scenario-columns.ts';

/** Which rows the scenario is: written in the predicate language or put together; empty until there are data. */
export function ConditionField({
  known,
  text,
  problem,
  onText,
}: {
  known: ReturnType<typeof useScenarioColumns>;
  text: string;
  problem: FilterProblem | null;
  onText: (text: string) => void;
}) {
  const t = useTranslations('scenarios.form');
  const [building, setBuilding] = useState<{ open: boolean; column: string | null }>({
    open: false,
    column: null,
  });
  // What is being typed is not wrong yet.
  const [left, setLeft] = useState(true);
  const { columns, of, loading } = known;
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {t('where')}
      </span>
      {of === null && text === '' ? (
        <p className="text-sm text-fg-secondary">{loading ? t('columnsLoading') : t('noData')}</p>
      ) : (
        <>
          <div className="flex flex-wrap items-start gap-2">
            <div className="min-w-0 flex-1 basis-64">
              <PredicateInput
                label={t('where')}
                placeholder={t('wherePlaceholder')}
                columns={columns}
                text={text}
                problem={left ? problem : null}
                onText={(next) => {
                  setLeft(false);
                  onText(next);
                }}
                onLeave={() => setLeft(true)}
              />
            </div>
            {columns.length === 0 ? null : (
              <ConditionBuilder
                table={{ key: `scenarios:${of ?? ''}`, columns, stats: null }}
                column={building.column}
                open={building.open}
                onColumn={(column) => setBuilding({ open: true, column })}
                onOpenChange={(open) => setBuilding((before) => ({ ...before, open }))}
                onAdd={(condition) =>
                  onText(text.trim() === '' ? condition : `(${text.trim()}) and ${condition}`)
                }
              />
            )}
          </div>
          <p className="text-xs text-fg-muted">
            {of === null ? t('whereHint') : `${t('whereHint')} ${t('columnsOf', { name: of })}`}
          </p>
        </>
      )}
    </div>
  );
}
