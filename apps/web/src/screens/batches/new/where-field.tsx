'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConditionBuilder } from '../../data/condition-builder.tsx';
import { PredicateInput } from '../../data/predicate-input.tsx';
import type { FilterProblem } from '../../data/use-table-state.ts';
import type { RunView } from '../../runs/use-run.ts';
import { useRunTable } from '../../runs/use-run-table.ts';

/** Which rows are taken at all, written or put together from conditions. */
export function WhereField({
  run,
  where,
  onWhere,
  problem,
}: {
  run: RunView;
  where: string;
  onWhere: (text: string) => void;
  problem: FilterProblem | null;
}) {
  const t = useTranslations('batches.new');
  const table = useRunTable(run);
  const [building, setBuilding] = useState<{ open: boolean; column: string | null }>({
    open: false,
    column: null,
  });
  // What is being typed is not wrong yet.
  const [left, setLeft] = useState(true);
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t('where')}</span>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <PredicateInput
            id="where"
            label={t('where')}
            placeholder={t('wherePlaceholder')}
            columns={table.columns}
            text={where}
            problem={left ? problem : null}
            onText={(text) => {
              setLeft(false);
              onWhere(text);
            }}
            onLeave={() => setLeft(true)}
          />
        </div>
        <ConditionBuilder
          table={table}
          column={building.column}
          open={building.open}
          onColumn={(column) => setBuilding({ open: true, column })}
          onOpenChange={(open) => setBuilding((before) => ({ ...before, open }))}
          onAdd={(text) => onWhere(where.trim() === '' ? text : `(${where.trim()}) and ${text}`)}
        />
      </div>
      <p className="text-xs text-fg-muted">{t('whereHint')}</p>
    </div>
  );
}
