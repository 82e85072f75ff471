'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../actions/icon-button.tsx';
import { useTheme } from '../hooks/use-theme.ts';
import type { UiLabels } from '../labels.ts';
import type { Theme } from '../lib/theme.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { DropdownMenu } from '../overlays/dropdown-menu.tsx';

export type ThemeToggleProps = {
  /** Keeps the choice (cookie, profile). */
  onChange?: ((theme: Theme) => void) | undefined;
  labels?: Partial<UiLabels['nav']> | undefined;
};

export function ThemeToggle({ onChange, labels }: ThemeToggleProps) {
  const t = useLabels('nav', labels);
  const { theme, setTheme } = useTheme(onChange);
  const icons = { light: <Sun aria-hidden />, dark: <Moon aria-hidden />, system: <Monitor aria-hidden /> };
  return (
    <DropdownMenu
      label={t.theme}
      trigger={<IconButton label={t.theme} icon={icons[theme]} />}
      groups={[
        {
          id: 'theme',
          items: (['light', 'dark', 'system'] as const).map((value) => ({
            id: value,
            label: t[value],
            icon: icons[value],
            checked: theme === value,
            onSelect: () => setTheme(value),
          })),
        },
      ]}
    />
  );
}
