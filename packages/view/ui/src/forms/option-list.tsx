'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Spinner } from '../actions/spinner.tsx';
import type { UiLabels } from '../labels.ts';
import { fill } from '../lib/fill.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import type { ComboboxOption } from './combobox.tsx';

export const optionPanelStyle =
  'z-50 w-[max(var(--radix-popover-trigger-width),16rem)] max-w-[calc(100vw-1rem)] overflow-hidden rounded-lg border border-line bg-raised text-fg shadow-md animate-pop-in focus:outline-none';

type OptionListProps = {
  options: readonly ComboboxOption[];
  onPick: (value: string) => void;
  mark: (option: ComboboxOption) => ReactNode;
  onSearch: ((query: string) => void) | undefined;
  loading: boolean | undefined;
  labels: Partial<UiLabels['form']> | undefined;
};

/** The searchable list inside Combobox and MultiSelect. */
export function OptionList({ options, onPick, mark, onSearch, loading, labels }: OptionListProps) {
  const t = useLabels('form', labels);
  const [query, setQuery] = useState('');
  const groups = [...new Set(options.map((o) => o.group))];
  const item = (option: ComboboxOption) => (
    <Command.Item
      key={option.value}
      value={option.value}
      keywords={[option.label, option.hint ?? '']}
      disabled={option.disabled === true}
      onSelect={() => onPick(option.value)}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-sm data-[disabled=true]:cursor-not-allowed data-[disabled=true]:text-fg-muted data-[selected=true]:bg-hover tap"
    >
      <span className="flex size-4 shrink-0 items-center justify-center">{mark(option)}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.hint === undefined ? null : (
          <span className="block text-xs text-fg-muted text-pretty">{option.hint}</span>
        )}
      </span>
    </Command.Item>
  );
  return (
    <Command label={t.search} loop shouldFilter={onSearch === undefined}>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 shrink-0 text-fg-muted" />
        <Command.Input
          value={query}
          onValueChange={(next) => {
            setQuery(next);
            onSearch?.(next);
          }}
          placeholder={t.search}
          className="h-10 w-full bg-transparent text-sm outline-none placeholder:text-fg-muted"
        />
        {loading === true ? <Spinner className="text-fg-muted" /> : null}
      </div>
      <Command.List label={t.search} className="max-h-72 overflow-y-auto overscroll-contain p-1">
        {loading === true ? null : (
          <Command.Empty className="px-3 py-6 text-center text-sm text-fg-muted">
            {fill(t.noMatch, { query })}
          </Command.Empty>
        )}
        {groups.map((group) => {
          const items = options.filter((o) => o.group === group).map(item);
          return group === undefined ? (
            items
          ) : (
            <Command.Group key={group} heading={group} className={groupHeading}>
              {items}
            </Command.Group>
          );
        })}
      </Command.List>
    </Command>
  );
}

export const groupHeading =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-fg-muted';
