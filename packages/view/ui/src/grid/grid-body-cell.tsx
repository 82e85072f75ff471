'use client';

import { EyeOff } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import type { GridCell, GridColumnType } from './grid-types.ts';

const numeric: ReadonlySet<GridColumnType> = new Set(['integer', 'decimal']);

/** One value. Missing and masked are marks with words, never an empty place. */
export function GridBodyCell({ cell, type }: { cell: GridCell | undefined; type: GridColumnType }) {
  const t = useLabels('table');
  const end = numeric.has(type);
  if (cell === undefined || cell.kind === 'missing') {
    return (
      <span className={cn('flex w-full', end && 'justify-end')}>
        <span className="rounded-sm border border-dashed border-line-strong/70 px-1 text-xs text-fg-muted italic">
          {t.missing}
        </span>
      </span>
    );
  }
  if (cell.kind === 'masked') {
    return (
      <span
        title={cell.reason}
        className={cn('flex w-full items-center gap-1 text-xs text-fg-muted', end && 'justify-end')}
      >
        <EyeOff aria-hidden className="size-3.5 shrink-0" />
        {cell.text === undefined || cell.text === '' ? (
          t.masked
        ) : (
          <span className="truncate">
            <span className="sr-only">{t.masked}: </span>
            {cell.text}
          </span>
        )}
      </span>
    );
  }
  return (
    <span
      title={cell.text}
      className={cn(
        'w-full truncate',
        end && 'text-right tabular-nums',
        type === 'identifier' && 'font-mono text-xs',
      )}
    >
      {cell.text}
    </span>
  );
}

/** What goes to the clipboard for a cell: nothing for what is missing or masked. */
export function cellText(cell: GridCell | undefined): string {
  return cell?.kind === 'value' ? cell.text : '';
}
