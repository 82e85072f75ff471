'use client';

import { Button, LinkButton, ThemeToggle, UiLink } from '@assay/ui';
import { ArrowLeft, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { rememberTheme } from '~/shell/cookie.ts';
import { Mark } from '~/shell/mark.tsx';
import { signOut } from '~/shell/sign-out.ts';

type Props = { back: { name: string; href: string } | null; children: ReactNode };

/** The frame of the account's page, which belongs to no organisation. */
export function AccountFrame({ back, children }: Props) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const shell = useTranslations('shell');
  return (
    <div className="min-h-dvh bg-page">
      <header className="sticky top-0 z-40 flex h-14 items-center gap-2 border-b border-line bg-surface px-4 sm:px-6">
        <UiLink href="/" className="inline-flex items-center gap-2 rounded-md tap">
          <Mark className="size-6" />
          <span className="font-semibold">{common('product')}</span>
        </UiLink>
        <div className="ml-auto flex min-w-0 items-center gap-1">
          <ThemeToggle onChange={rememberTheme} />
          <Button variant="quiet" icon={<LogOut aria-hidden />} onClick={() => void signOut()}>
            <span className="max-sm:sr-only">{shell('signOut')}</span>
          </Button>
        </div>
      </header>
      <main className="mx-auto w-full max-w-2xl px-4 py-6 sm:px-6">
        <LinkButton
          variant="quiet"
          size="sm"
          className="-ml-2.5 mb-3"
          icon={<ArrowLeft aria-hidden />}
          href={back?.href ?? '/welcome'}
        >
          {back === null ? t('backToWelcome') : t('backTo', { name: back.name })}
        </LinkButton>
        {children}
      </main>
    </div>
  );
}
