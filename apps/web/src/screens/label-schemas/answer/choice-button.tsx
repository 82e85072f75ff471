'use client';

import { cn, Kbd } from '@assay/ui';
import type { ReactNode } from 'react';

/** Something that is given or not, with the key that does the same. */
export function ChoiceButton({
  chosen,
  shortcut,
  className,
  onPress,
  children,
}: {
  chosen: boolean;
  shortcut: string | null;
  className?: string;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      className={cn(
        'flex min-h-9 min-w-0 items-center gap-2 rounded-md border px-3 py-1.5 text-left text-sm pointer-coarse:min-h-11',
        chosen
          ? 'border-accent bg-selected font-medium text-accent-text'
          : 'border-line bg-surface text-fg hover:bg-hover',
        className,
      )}
    >
      {children}
      {shortcut === null ? null : (
        <span className="ml-auto pl-2 pointer-coarse:hidden">
          <Kbd keys={shortcut} />
        </span>
      )}
    </button>
  );
}
