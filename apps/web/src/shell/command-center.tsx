'use client';

import {
  Button,
  CommandPalette,
  IconButton,
  Kbd,
  KeyboardShortcutsDialog,
  useHotkeys,
  useTheme,
} from '@assay/ui';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { rememberTheme } from './cookie.ts';
import { useOrg } from './org-context.tsx';
import { useCommands } from './use-commands.tsx';
import { useFound } from './use-found.tsx';
import { goKeys, useShortcutGroups } from './use-shortcuts.ts';

/** The search button of the top bar with all that it opens: palette, global search, keys and their list. */
export function CommandCenter() {
  const t = useTranslations('shell');
  const router = useRouter();
  const { path } = useOrg();
  const { setTheme } = useTheme(rememberTheme);
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const [text, setText] = useState('');
  const commands = useCommands({ showShortcuts: () => setShortcuts(true), setTheme });
  const found = useFound(text);
  const open = () => setPalette(true);
  useHotkeys([
    { id: 'palette', keys: 'Mod+K', run: () => setPalette((is) => !is), inFields: true },
    { id: 'search', keys: '/', run: open },
    { id: 'shortcuts', keys: '?', run: () => setShortcuts(true) },
    { id: 'new-project', keys: 'C P', run: () => router.push(path('/projects/new')) },
    ...goKeys.map(({ id, keys, to }) => ({ id, keys, run: () => router.push(path(to)) })),
  ]);
  return (
    <>
      <Button
        onClick={open}
        icon={<Search aria-hidden />}
        className="w-72 justify-start font-normal text-fg-muted max-sm:hidden"
        aria-keyshortcuts="Control+K"
      >
        <span className="flex-1 text-left">{t('search')}</span>
        <Kbd keys="Mod+K" />
      </Button>
      <IconButton label={t('search')} icon={<Search aria-hidden />} onClick={open} className="sm:hidden" />
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        groups={[...found.groups, ...commands]}
        onQueryChange={setText}
        loading={found.loading}
      />
      <KeyboardShortcutsDialog open={shortcuts} onOpenChange={setShortcuts} groups={useShortcutGroups()} />
    </>
  );
}
