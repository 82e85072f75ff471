'use client';

import { useTranslations } from 'next-intl';

/** Keys that lead to a page of the organisation, in the order of the menu. */
export const goKeys = [
  { id: 'home', keys: 'G H', to: '' },
  { id: 'projects', keys: 'G P', to: '/projects' },
  { id: 'jobs', keys: 'G J', to: '/jobs' },
  { id: 'log', keys: 'G L', to: '/log' },
  { id: 'members', keys: 'G M', to: '/members' },
  { id: 'apiKeys', keys: 'G K', to: '/api-keys' },
  { id: 'settings', keys: 'G S', to: '/settings' },
  { id: 'trash', keys: 'G T', to: '/trash' },
  { id: 'notifications', keys: 'G N', to: '/notifications' },
  { id: 'guide', keys: 'G U', to: '/guide' },
] as const;

/** The dialog's content. Tables name their own keys where they are used. */
export function useShortcutGroups() {
  const t = useTranslations('shell');
  return [
    {
      title: t('shortcutsGeneral'),
      items: [
        { keys: 'Mod+K', label: t('openPalette') },
        { keys: '/', label: t('searchKey') },
        { keys: '?', label: t('showShortcuts') },
        { keys: 'C P', label: t('newProject') },
        { keys: 'Esc', label: t('closeTop') },
      ],
    },
    {
      title: t('shortcutsGrid'),
      items: [
        { keys: 'Up Down Left Right', label: t('gridMove') },
        { keys: 'Enter', label: t('gridOpen') },
        { keys: 'Mod+C', label: t('gridCopy') },
      ],
    },
    {
      title: t('shortcutsGo'),
      items: goKeys.map(({ id, keys }) => ({ keys, label: t(id) })),
    },
  ];
}
