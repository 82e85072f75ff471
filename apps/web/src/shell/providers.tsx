'use client';

import { type LinkLikeProps, Toaster, UiProvider } from '@assay/ui';
import Link from 'next/link';
import { type ComponentProps, type ReactNode, useSyncExternalStore } from 'react';

/** What is no page: the router would fetch it ahead, which for a download is a download. */
const isFile = (href: string): boolean => href.startsWith('/api/') || /\.\w+$/.test(href);

/** The router's link. Its types refuse a property that is there and undefined, which React means as absent. */
function AppLink({ href, ...props }: LinkLikeProps) {
  if (isFile(href)) return <a href={href} {...props} />;
  return <Link href={href} {...(props as Omit<ComponentProps<typeof Link>, 'href'>)} />;
}

const never = () => () => undefined;

/** Time zone of the browser once it is known; UTC on the server, so that both first renders are equal. */
function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}

/** Locale, time zone, links and toasts for every page. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <UiProvider locale="en" timeZone={useTimeZone()} link={AppLink}>
      <Toaster>{children}</Toaster>
    </UiProvider>
  );
}
