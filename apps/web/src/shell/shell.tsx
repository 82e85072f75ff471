'use client';

import { AppShell, UiLink } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { CommandCenter } from './command-center.tsx';
import { rememberFor } from './cookie.ts';
import { NEW_TAB } from './guide-link.tsx';
import { JobIndicator } from './job-indicator.tsx';
import { LiveProvider } from './live.tsx';
import { Mark } from './mark.tsx';
import { useNavigation } from './navigation.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { type OrgContextValue, OrgProvider } from './org-context.tsx';
import { OrganisationSwitcher } from './organisation-switcher.tsx';

type ShellProps = {
  person: OrgContextValue['person'];
  organisation: OrgContextValue['organisation'];
  organisations: readonly { name: string; slug: string }[];
  /** Is the menu narrow? As this browser left it. */
  narrowMenu: boolean;
  children: ReactNode;
};

/** A source is part of a project: its pages belong under that entry of the menu, though not in the address. */
function menuPath(pathname: string): string {
  return pathname.replace(/^(\/o\/[^/]+)\/(sources|measurements)\//, '$1/projects/');
}

/** The frame around every page of an organisation. */
export function Shell({ person, organisation, organisations, narrowMenu, children }: ShellProps) {
  const common = useTranslations('common');
  const guide = useTranslations('guide');
  const pathname = usePathname();
  const sections = useNavigation(organisation);
  const [narrow, setNarrow] = useState(narrowMenu);
  const changeNarrow = (next: boolean) => {
    setNarrow(next);
    rememberFor('assay.menu', next ? 'narrow' : 'wide', 365);
  };
  useEffect(() => rememberFor('assay.org', organisation.slug, 365), [organisation.slug]);
  return (
    <OrgProvider value={{ person, organisation }}>
      <LiveProvider>
        <AppShell
          brand={
            <UiLink
              href={`/o/${organisation.slug}`}
              className="inline-flex items-center gap-2 rounded-md tap"
            >
              <Mark className="size-6" />
              <span className="font-semibold text-fg">{common('product')}</span>
            </UiLink>
          }
          switcher={<OrganisationSwitcher current={organisation} organisations={organisations} />}
          sections={sections}
          currentPath={menuPath(pathname)}
          collapsed={narrow}
          onCollapsedChange={changeNarrow}
          banner={<OfflineBanner />}
          topbar={
            <>
              <CommandCenter />
              <div className="ml-auto flex items-center gap-1 sm:gap-2">
                <JobIndicator />
                <NotificationBell />
                <AccountMenu />
              </div>
            </>
          }
        >
          {children}
          <span id={NEW_TAB} hidden>
            {guide('newTab')}
          </span>
        </AppShell>
      </LiveProvider>
    </OrgProvider>
  );
}
