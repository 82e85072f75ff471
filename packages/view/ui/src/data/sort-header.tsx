'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { UiLink, useLabels } from '../lib/ui-provider.tsx';

type SortHeaderProps = {
  name: string;
  sorted: 'asc' | 'desc' | undefined;
  end: boolean;
  href: string | undefined;
  onPress?: () => void;
};

export function SortHeader({ name, sorted, end, href, onPress }: SortHeaderProps) {
  const t = useLabels('table');
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown;
  const title = fill(sorted === 'asc' ? t.sortDescending : t.sortAscending, { name });
  const className = cn(
    '-mx-1.5 inline-flex min-h-7 items-center gap-1 rounded-sm px-1.5 text-xs font-medium hover:bg-hover hover:text-fg tap',
    sorted === undefined ? 'text-fg-secondary' : 'text-fg',
    end && 'flex-row-reverse',
  );
  const body = (
    <>
      {name}
      <Icon aria-hidden className="size-3.5 shrink-0" />
    </>
  );
  return href === undefined ? (
    <button type="button" title={title} onClick={onPress} className={className}>
      {body}
    </button>
  ) : (
    <UiLink href={href} title={title} className={className}>
      {body}
    </UiLink>
  );
}
