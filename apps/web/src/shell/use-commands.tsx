'use client';

import type { CommandGroup, CommandItem } from '@assay/ui';
import { Bell, FolderPlus, Keyboard, LogOut, Monitor, Moon, Sun, UserPlus, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useNavigation } from './navigation.tsx';
import { useOrg } from './org-context.tsx';
import { signOut } from './sign-out.ts';
import { useCan } from './use-can.ts';
import { useProjectCommands } from './use-project-commands.tsx';
import { goKeys } from './use-shortcuts.ts';

type Own = { showShortcuts: () => void; setTheme: (theme: 'light' | 'dark' | 'system') => void };

/** What the palette can do here: going places, and acts that this person's roles allow. */
export function useCommands({ showShortcuts, setTheme }: Own): CommandGroup[] {
  const t = useTranslations('shell');
  const router = useRouter();
  const { organisation, path } = useOrg();
  const may = useCan();
  const inProject = useProjectCommands();
  const sections = useNavigation(organisation);
  const keysOf = (href: string) => goKeys.find((each) => path(each.to) === href)?.keys;
  const acts: (CommandItem | null)[] = [
    may('project.create')
      ? {
          id: 'new-project',
          label: t('newProject'),
          icon: <FolderPlus aria-hidden />,
          shortcut: 'C P',
          onSelect: () => router.push(path('/projects/new')),
        }
      : null,
    may('member.invite')
      ? {
          id: 'invite',
          label: t('invitePerson'),
          icon: <UserPlus aria-hidden />,
          onSelect: () => router.push(path('/members?invite=1')),
        }
      : null,
    {
      id: 'shortcuts',
      label: t('keyboard'),
      icon: <Keyboard aria-hidden />,
      shortcut: '?',
      onSelect: showShortcuts,
    },
    { id: 'light', label: t('themeLight'), icon: <Sun aria-hidden />, onSelect: () => setTheme('light') },
    { id: 'dark', label: t('themeDark'), icon: <Moon aria-hidden />, onSelect: () => setTheme('dark') },
    {
      id: 'system',
      label: t('themeSystem'),
      icon: <Monitor aria-hidden />,
      onSelect: () => setTheme('system'),
    },
    { id: 'sign-out', label: t('signOut'), icon: <LogOut aria-hidden />, onSelect: () => void signOut() },
  ];
  return [
    ...inProject,
    {
      id: 'go',
      title: t('goTo'),
      items: [
        ...sections.flatMap((section) =>
          section.items.map((item) => ({
            id: item.href,
            label: item.label,
            icon: item.icon,
            shortcut: keysOf(item.href),
            onSelect: () => router.push(item.href),
          })),
        ),
        {
          id: 'notifications',
          label: t('notifications'),
          icon: <Bell aria-hidden />,
          shortcut: keysOf(path('/notifications')),
          onSelect: () => router.push(path('/notifications')),
        },
        {
          id: 'account',
          label: t('account'),
          icon: <UserRound aria-hidden />,
          onSelect: () => router.push('/account'),
        },
      ],
    },
    { id: 'do', title: t('do'), items: acts.filter((act) => act !== null) },
  ];
}
