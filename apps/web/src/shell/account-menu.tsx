'use client';

import { Avatar, DropdownMenu, IconButton, ThemeToggle } from '@assay/ui';
import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { rememberTheme } from './cookie.ts';
import { useOrg } from './org-context.tsx';
import { signOut } from './sign-out.ts';

export function AccountMenu() {
  const t = useTranslations('shell');
  const router = useRouter();
  const { person } = useOrg();
  return (
    <div className="flex items-center gap-2">
      <ThemeToggle onChange={rememberTheme} />
      <DropdownMenu
        label={t('menu')}
        trigger={<IconButton label={t('menu')} icon={<Avatar name={person.name} size="sm" />} />}
        groups={[
          {
            id: 'account',
            title: `${person.name} · ${person.email}`,
            items: [
              {
                id: 'account',
                label: t('account'),
                icon: <UserRound aria-hidden />,
                onSelect: () => router.push('/account'),
              },
              {
                id: 'sign-out',
                label: t('signOut'),
                icon: <LogOut aria-hidden />,
                onSelect: () => void signOut(),
              },
            ],
          },
        ]}
      />
    </div>
  );
}
