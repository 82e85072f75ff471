'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button, LinkButton } from '../actions/button.tsx';
import type { UiLabels } from '../labels.ts';
import { fill } from '../lib/fill.ts';
import { formatNumber } from '../lib/format.ts';
import { useLabels, useUi } from '../lib/ui-provider.tsx';

export type PaginationProps = {
  /** 1-based position of the first row shown, when known. */
  from?: number | undefined;
  to?: number | undefined;
  total?: number | undefined;
  /** Absent: there is no such page. A string is an address, a function is called. */
  previous?: string | (() => void) | undefined;
  next?: string | (() => void) | undefined;
  labels?: Partial<UiLabels['nav']> | undefined;
};

/** Previous and next, for lists that are paged by key. */
export function Pagination({ from, to, total, previous, next, labels }: PaginationProps) {
  const t = useLabels('nav', labels);
  const { locale } = useUi();
  const text = (value: number) => formatNumber(value, locale);
  const range =
    from === undefined || to === undefined
      ? ''
      : total === undefined
        ? fill(t.range, { from: text(from), to: text(to) })
        : fill(t.rangeOf, { from: text(from), to: text(to), total: text(total) });
  return (
    <nav aria-label={t.pagination} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm tabular-nums text-fg-secondary" aria-live="polite">
        {range}
      </p>
      <div className="flex gap-2">
        <Step to={previous} label={t.previous} back />
        <Step to={next} label={t.next} back={false} />
      </div>
    </nav>
  );
}

function Step({ to, label, back }: { to: PaginationProps['next']; label: string; back: boolean }) {
  const icons = back ? { icon: <ChevronLeft aria-hidden /> } : { iconEnd: <ChevronRight aria-hidden /> };
  if (typeof to === 'string') {
    return (
      <LinkButton size="sm" href={to} rel={back ? 'prev' : 'next'} {...icons}>
        {label}
      </LinkButton>
    );
  }
  return (
    <Button size="sm" disabled={to === undefined} onClick={() => to?.()} {...icons}>
      {label}
    </Button>
  );
}
