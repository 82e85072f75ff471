'use client';

import { ChevronRight } from 'lucide-react';
import type { UiLabels } from '../labels.ts';
import { UiLink, useLabels } from '../lib/ui-provider.tsx';

export type Crumb = { label: string; href?: string | undefined };
export type BreadcrumbsProps = { items: readonly Crumb[]; labels?: Partial<UiLabels['nav']> | undefined };

export function Breadcrumbs({ items, labels }: BreadcrumbsProps) {
  const t = useLabels('nav', labels);
  return (
    <nav aria-label={t.breadcrumbs}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-fg-muted">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            // A name may come later than the address; who is on the link then stays on it.
            <li key={item.href ?? item.label} className="flex min-w-0 items-center gap-1">
              {index === 0 ? null : <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
              {item.href === undefined || last ? (
                <span
                  aria-current={last ? 'page' : undefined}
                  className="max-w-60 truncate py-0.5 text-fg-secondary"
                >
                  {item.label}
                </span>
              ) : (
                <UiLink
                  href={item.href}
                  className="inline-block max-w-48 truncate rounded-sm leading-6 hover:text-fg hover:underline"
                >
                  {item.label}
                </UiLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
