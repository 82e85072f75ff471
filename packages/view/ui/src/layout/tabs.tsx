'use client';

import { Tabs as Base } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from '../lib/cn.ts';
import { defined } from '../lib/defined.ts';
import { UiLink } from '../lib/ui-provider.tsx';
import { currentHref } from './nav-match.ts';

const bar = 'flex gap-1 overflow-x-auto border-b border-line';
const tab =
  'ring-inside relative inline-flex h-10 shrink-0 items-center gap-2 rounded-t-md px-3 text-sm font-medium tap [&_svg]:size-4 ' +
  'text-fg-secondary hover:text-fg after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full';
const tabOn = 'text-accent-text after:bg-accent';

export type LinkTab = { href: string; label: ReactNode; count?: ReactNode };
export type LinkTabsProps = { label: string; items: readonly LinkTab[]; currentPath: string };

/** Tabs that are addresses: each is a link, the current one is marked. */
export function LinkTabs({ label, items, currentPath }: LinkTabsProps) {
  const current = currentHref(
    items.map((i) => i.href),
    currentPath,
  );
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the bar scrolls, and the current tab may stand outside of it.
  useEffect(() => {
    const mark = nav.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (current === undefined || nav.current === null || !(mark instanceof HTMLElement)) return;
    const distance = mark.getBoundingClientRect().left - nav.current.getBoundingClientRect().left;
    nav.current.scrollLeft += distance - (nav.current.clientWidth - mark.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className={cn(bar, 'scroll-edges')}>
      {items.map((item) => (
        <UiLink
          key={item.href}
          href={item.href}
          aria-current={item.href === current ? 'page' : undefined}
          className={cn(tab, item.href === current && tabOn)}
        >
          {item.label}
          <Count value={item.count} />
        </UiLink>
      ))}
    </nav>
  );
}

export type TabItem = {
  id: string;
  label: ReactNode;
  count?: ReactNode;
  content: ReactNode;
  disabled?: boolean | undefined;
};
export type TabsProps = {
  label: string;
  items: readonly TabItem[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((id: string) => void) | undefined;
};

/** Tabs inside one page; arrow keys move between them. */
export function Tabs({ label, items, value, defaultValue, onChange }: TabsProps) {
  return (
    <Base.Root {...defined({ value, defaultValue: defaultValue ?? items[0]?.id, onValueChange: onChange })}>
      <Base.List aria-label={label} className={bar}>
        {items.map((item) => (
          <Base.Trigger
            key={item.id}
            value={item.id}
            disabled={item.disabled === true}
            className={cn(
              tab,
              'data-[state=active]:text-accent-text data-[state=active]:after:bg-accent disabled:opacity-55',
            )}
          >
            {item.label}
            <Count value={item.count} />
          </Base.Trigger>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Content key={item.id} value={item.id} className="pt-4">
          {item.content}
        </Base.Content>
      ))}
    </Base.Root>
  );
}

function Count({ value }: { value: ReactNode }) {
  if (value === undefined || value === null) return null;
  return (
    <span className="rounded-full bg-sunken px-1.5 text-xs font-normal tabular-nums text-fg-secondary">
      {value}
    </span>
  );
}
