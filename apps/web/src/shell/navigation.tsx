'use client';

import type { OrgRole } from '@assay/contracts';
import { can } from '@assay/domain';
import type { NavSection } from '@assay/ui';
import {
  BookOpen,
  FolderKanban,
  History,
  House,
  KeyRound,
  ListTodo,
  Settings,
  Trash2,
  Users,
} from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The menu, with what the person's roles allow. The server decides again on each request. */
export function useNavigation(org: { slug: string; roles: readonly OrgRole[] }): NavSection[] {
  const t = useTranslations('shell');
  const path = (within: string) => `/o/${org.slug}${within}`;
  const mayReadLog = can({ kind: 'user', userId: '', orgId: '', orgRoles: org.roles }, 'log.read');
  return [
    {
      id: 'work',
      items: [
        { href: path(''), label: t('home'), icon: <House aria-hidden />, exact: true },
        { href: path('/projects'), label: t('projects'), icon: <FolderKanban aria-hidden /> },
        { href: path('/jobs'), label: t('jobs'), icon: <ListTodo aria-hidden /> },
        ...(mayReadLog ? [{ href: path('/log'), label: t('log'), icon: <History aria-hidden /> }] : []),
      ],
    },
    {
      id: 'organisation',
      title: t('organisation'),
      items: [
        { href: path('/members'), label: t('members'), icon: <Users aria-hidden /> },
        { href: path('/api-keys'), label: t('apiKeys'), icon: <KeyRound aria-hidden /> },
        { href: path('/settings'), label: t('settings'), icon: <Settings aria-hidden /> },
        { href: path('/trash'), label: t('trash'), icon: <Trash2 aria-hidden /> },
      ],
    },
    {
      id: 'help',
      title: t('help'),
      items: [{ href: path('/guide'), label: t('guide'), icon: <BookOpen aria-hidden /> }],
    },
  ];
}
