'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { useLabels } from '../lib/ui-provider.tsx';

export type ChipProps = {
  label: string;
  icon?: ReactNode;
  /** Opens or edits it. */
  onPress?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** A small removable or pressable mark: a chosen option, an active filter. */
export function Chip({ label, icon, onPress, onRemove, selected = false, disabled }: ChipProps) {
  const t = useLabels('common');
  const text = (
    <>
      {icon}
      <span className="truncate">{label}</span>
    </>
  );
  const inner = 'inline-flex h-full min-w-0 items-center gap-1.5 px-2 [&_svg]:size-3.5';
  return (
    <span
      className={cn(
        'inline-flex h-7 max-w-full items-stretch overflow-hidden rounded-md border text-sm pointer-coarse:h-11',
        selected ? 'border-accent bg-selected text-accent-text' : 'border-line bg-sunken text-fg',
      )}
    >
      {onPress === undefined ? (
        <span className={inner}>{text}</span>
      ) : (
        <button
          type="button"
          onClick={onPress}
          disabled={disabled}
          className={cn(inner, 'ring-inside rounded-md hover:bg-hover')}
          aria-pressed={selected}
        >
          {text}
        </button>
      )}
      {onRemove === undefined ? null : (
        <button
          type="button"
          onClick={onRemove}
          disabled={disabled}
          aria-label={fill(t.remove, { name: label })}
          className="ring-inside flex w-6 shrink-0 items-center justify-center rounded-r-md text-fg-muted hover:bg-hover hover:text-fg disabled:opacity-55 pointer-coarse:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

export type FilterItem = {
  id: string;
  label: string;
  onPress?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
};
export type FilterBarProps = {
  filters: readonly FilterItem[];
  onClearAll?: (() => void) | undefined;
  /** The way to add one more, and search. */
  children?: ReactNode;
  label?: string | undefined;
};

/** What the list is filtered by, and how to change it. */
export function FilterBar({ filters, onClearAll, children, label }: FilterBarProps) {
  const t = useLabels('common');
  const table = useLabels('table');
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="sr-only">{label ?? table.filters}</legend>
      {children}
      {filters.map((f) => (
        <Chip key={f.id} label={f.label} onPress={f.onPress} onRemove={f.onRemove} selected />
      ))}
      {filters.length > 0 && onClearAll !== undefined ? (
        <button
          type="button"
          onClick={onClearAll}
          className="h-8 rounded-md px-2 text-sm font-medium text-accent-text hover:bg-hover tap"
        >
          {t.clearAll}
        </button>
      ) : null}
    </fieldset>
  );
}
