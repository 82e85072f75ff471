'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Base } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { Spinner } from '../actions/spinner.tsx';
import { Kbd } from '../data/kbd.tsx';
import { groupHeading } from '../forms/option-list.tsx';
import type { UiLabels } from '../labels.ts';
import { fill } from '../lib/fill.ts';
import { matchesWords } from '../lib/match-words.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { scrimStyle } from './overlay-style.ts';
import { useDialogFocus } from './use-dialog-focus.ts';

export type CommandItem = {
  id: string;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  shortcut?: string | undefined;
  keywords?: readonly string[] | undefined;
  onSelect: () => void;
};
export type CommandGroup = {
  id: string;
  title: string;
  items: readonly CommandItem[];
  /** Found elsewhere (server search): shown as they are, not filtered again. */
  remote?: boolean | undefined;
};

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  /** Shown first while nothing is typed. */
  recent?: readonly CommandItem[] | undefined;
  onQueryChange?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  labels?: Partial<UiLabels['palette']> | undefined;
};

/** Search and commands over everything, by keyboard. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  recent = [],
  onQueryChange,
  loading = false,
  labels,
}: CommandPaletteProps) {
  const t = useLabels('palette', labels);
  const [query, setQuery] = useState('');
  const focus = useDialogFocus(false);
  const wanted = (item: CommandItem) =>
    matchesWords(query, [item.label, item.hint ?? '', ...(item.keywords ?? [])]);
  const shown = [
    ...(query === '' && recent.length > 0 ? [{ id: 'recent', title: t.recent, items: recent }] : []),
    ...groups.map((group) => ({
      ...group,
      items: group.remote === true ? group.items : group.items.filter(wanted),
    })),
  ].filter((group) => group.items.length > 0);
  const firstGroup = shown[0];
  const first = firstGroup === undefined ? '' : `${firstGroup.id}:${firstGroup.items[0]?.id}`;
  const [chosen, setChosen] = useState('');
  // What was found elsewhere comes later: Enter runs what then stands first.
  useEffect(() => setChosen(first), [first]);
  const change = (next: string) => {
    setQuery(next);
    onQueryChange?.(next);
  };
  const close = (next: boolean) => {
    if (!next) change('');
    onOpenChange(next);
  };
  const run = (item: CommandItem) => {
    close(false);
    item.onSelect();
  };
  return (
    <Base.Root open={open} onOpenChange={close}>
      <Base.Portal>
        <Base.Overlay className={scrimStyle} />
        <Base.Content
          {...focus}
          aria-describedby={undefined}
          className="fixed inset-x-3 top-3 z-50 overflow-hidden rounded-xl border border-line bg-raised text-fg shadow-lg animate-pop-in focus:outline-none sm:inset-x-auto sm:top-[14vh] sm:left-1/2 sm:-ml-76 sm:w-152"
        >
          <Base.Title className="sr-only">{t.title}</Base.Title>
          <Command label={t.title} loop shouldFilter={false} value={chosen} onValueChange={setChosen}>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-fg-muted" />
              <Command.Input
                value={query}
                onValueChange={change}
                placeholder={t.placeholder}
                className="h-12 w-full bg-transparent text-base outline-none placeholder:text-fg-muted"
              />
              {loading ? <Spinner className="text-fg-muted" /> : <Kbd keys="Esc" />}
            </div>
            <span role="status" className="sr-only">
              {loading ? t.searching : ''}
            </span>
            <Command.List
              label={t.title}
              className="max-h-[min(26rem,60vh)] overflow-y-auto overscroll-contain p-2"
            >
              {loading ? null : (
                <Command.Empty className="px-3 py-8 text-center text-sm text-fg-muted">
                  {fill(t.empty, { query })}
                </Command.Empty>
              )}
              {shown.map((group) => (
                <Command.Group key={group.id} heading={group.title} className={groupHeading}>
                  {group.items.map((item) => (
                    <Row key={item.id} item={item} value={`${group.id}:${item.id}`} onRun={run} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

type RowProps = { item: CommandItem; value: string; onRun: (item: CommandItem) => void };

function Row({ item, value, onRun }: RowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={() => onRun(item)}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 text-sm text-fg data-[selected=true]:bg-selected tap [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-fg-muted"
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.hint === undefined ? null : (
        <span className="max-w-[40%] truncate text-xs text-fg-muted">{item.hint}</span>
      )}
      {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
    </Command.Item>
  );
}
