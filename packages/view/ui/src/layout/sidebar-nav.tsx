'use client';

import type { ReactNode } from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { UiLink, useLabels } from '../lib/ui-provider.tsx';
import { Tooltip } from '../overlays/tooltip.tsx';
import { currentHref } from './nav-match.ts';

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Current only at this very address, not at those below it. */
  exact?: boolean | undefined;
  /** A count or a badge at the end. */
  badge?: ReactNode;
};
export type NavSection = { id: string; title?: string | undefined; items: readonly NavItem[] };
export type SidebarNavProps = {
  sections: readonly NavSection[];
  currentPath: string;
  collapsed?: boolean | undefined;
  labels?: Partial<UiLabels['nav']> | undefined;
};

export function SidebarNav({ sections, currentPath, collapsed = false, labels }: SidebarNavProps) {
  const t = useLabels('nav', labels);
  const current = currentHref(
    sections.flatMap((s) =>
      s.items.filter((i) => i.exact !== true || i.href === currentPath).map((i) => i.href),
    ),
    currentPath,
  );
  return (
    <nav aria-label={t.main} className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
      {sections.map((section) => (
        <div key={section.id} className="mb-4">
          {section.title === undefined || collapsed ? null : (
            <p className="px-2 pb-1 text-xs font-medium text-fg-muted">{section.title}</p>
          )}
          <ul className="space-y-0.5">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} active={item.href === current} collapsed={collapsed} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLink({ item, active, collapsed }: { item: NavItem; active: boolean; collapsed: boolean }) {
  const link = (
    <UiLink
      href={item.href}
      aria-current={active ? 'page' : undefined}
      aria-label={collapsed ? item.label : undefined}
      className={cn(
        'ring-inside flex h-9 items-center gap-2.5 rounded-md px-2 text-sm tap [&_svg]:size-4 [&_svg]:shrink-0',
        active
          ? 'bg-selected font-medium text-accent-text'
          : 'text-fg-secondary hover:bg-hover hover:text-fg',
        collapsed && 'justify-center',
      )}
    >
      {item.icon}
      {collapsed ? null : <span className="min-w-0 flex-1 truncate">{item.label}</span>}
      {collapsed || item.badge === undefined ? null : (
        <span className="text-xs tabular-nums text-fg-muted">{item.badge}</span>
      )}
    </UiLink>
  );
  return collapsed ? (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
