'use client';

import { Menu, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { Sheet } from '../overlays/dialog.tsx';
import { type NavSection, SidebarNav } from './sidebar-nav.tsx';

export type AppShellProps = {
  /** Product mark at the head of the menu. */
  brand: ReactNode;
  /** Organisation or project switcher under the brand. */
  switcher?: ReactNode;
  sections: readonly NavSection[];
  /** The address shown now: the closest entry is marked as current. */
  currentPath: string;
  /** Search, notifications, account. */
  topbar?: ReactNode;
  /** At the end of the menu. */
  sidebarFooter?: ReactNode;
  /** Full-width messages above the content. */
  banner?: ReactNode;
  collapsed?: boolean | undefined;
  onCollapsedChange?: ((collapsed: boolean) => void) | undefined;
  /** Without margins, for grids and workbenches that fill the screen. */
  fullBleed?: boolean | undefined;
  labels?: Partial<UiLabels['nav']> | undefined;
  children: ReactNode;
};

/** The frame of every screen: skip link, menu (a drawer on small screens), top bar, main. */
export function AppShell(props: AppShellProps) {
  const { brand, switcher, sections, currentPath, topbar, sidebarFooter, banner, fullBleed, children } =
    props;
  const t = useLabels('nav', props.labels);
  const [innerCollapsed, setInnerCollapsed] = useState(false);
  const collapsed = props.collapsed ?? innerCollapsed;
  const [drawer, setDrawer] = useState(false);
  // arriving at another page closes the drawer
  useEffect(() => setDrawer(false), [currentPath]);
  const toggle = () => {
    setInnerCollapsed(!collapsed);
    props.onCollapsedChange?.(!collapsed);
  };
  return (
    <div className="flex min-h-dvh bg-page text-fg">
      <a
        href="#content"
        className="pointer-events-none fixed top-2 left-2 z-60 rounded-md bg-accent px-4 py-2 text-sm font-medium text-on-accent opacity-0 shadow-md focus:pointer-events-auto focus:opacity-100"
      >
        {t.skip}
      </a>
      <aside
        className={cn(
          'sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface md:flex print:hidden',
          collapsed ? 'w-16' : 'w-60',
        )}
      >
        <div
          className={cn(
            'flex h-14 shrink-0 items-center gap-2 px-3',
            collapsed ? 'justify-center' : 'justify-between',
          )}
        >
          {collapsed ? null : <div className="min-w-0 flex-1 px-1">{brand}</div>}
          <IconButton
            size="sm"
            label={collapsed ? t.expand : t.collapse}
            aria-expanded={!collapsed}
            icon={collapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            onClick={toggle}
            tooltipSide="right"
          />
        </div>
        {switcher === undefined || collapsed ? null : <div className="px-3 pb-2">{switcher}</div>}
        <SidebarNav
          sections={sections}
          currentPath={currentPath}
          collapsed={collapsed}
          labels={props.labels}
        />
        {sidebarFooter === undefined || collapsed ? null : (
          <div className="border-t border-line p-3">{sidebarFooter}</div>
        )}
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-40 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 sm:px-6 print:hidden">
          <div className="md:hidden">
            <Sheet
              side="left"
              width="sm"
              title={brand}
              open={drawer}
              onOpenChange={setDrawer}
              trigger={<IconButton label={t.openMenu} icon={<Menu aria-hidden />} />}
            >
              {switcher === undefined ? null : <div className="pb-3">{switcher}</div>}
              <div className="-mx-3">
                <SidebarNav
                  sections={sections}
                  currentPath={currentPath}
                  collapsed={false}
                  labels={props.labels}
                />
              </div>
              {sidebarFooter === undefined ? null : <div className="pt-4">{sidebarFooter}</div>}
            </Sheet>
          </div>
          <div className="flex min-w-0 flex-1 items-center gap-2">{topbar}</div>
        </header>
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className={cn(
            'min-w-0 flex-1 focus:outline-none',
            fullBleed === true ? '' : 'mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6',
          )}
        >
          {children}
        </main>
      </div>
    </div>
  );
}
