'use client';

import { AppShell, TextLink } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { rememberFor } from './cookie.ts';
import { Mark } from './mark.tsx';
import { useNavigation } from './navigation.tsx';
import { type OrgContextValue, OrgProvider } from './org-context.tsx';
import { OrganisationSwitcher } from './organisation-switcher.tsx';

type ShellProps = {
  person: OrgContextValue['person'];
  organisation: OrgContextValue['organisation'];
  organisations: readonly { name: string; slug: string }[];
  children: ReactNode;
};

/** The frame around every page of an organisation. */
export function Shell({ person, organisation, organisations, children }: ShellProps) {
  const common = useTranslations('common');
  const pathname = usePathname();
  const sections = useNavigation(organisation);
  useEffect(() => rememberFor('assay.org', organisation.slug, 365), [organisation.slug]);
  return (
    <OrgProvider value={{ person, organisation }}>
      <AppShell
        brand={
          <TextLink href={`/o/${organisation.slug}`} className="flex items-center gap-2 no-underline">
            <Mark className="size-6" />
            <span className="font-semibold text-fg">{common('product')}</span>
          </TextLink>
        }
        switcher={<OrganisationSwitcher current={organisation} organisations={organisations} />}
        sections={sections}
        currentPath={pathname}
        topbar={<AccountMenu />}
      >
        {children}
      </AppShell>
    </OrgProvider>
  );
}
