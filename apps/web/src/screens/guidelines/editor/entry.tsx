'use client';

import { IconButton } from '@assay/ui';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

export type Direction = 'up' | 'down';

/** One entry of a list that is edited: moved by its buttons, which keep the focus, and taken out. */
export function Entry({
  name,
  first,
  last,
  onMove,
  onRemove,
  children,
}: {
  /** What buttons and readers call it: "Section 2". */
  name: string;
  first: boolean;
  last: boolean;
  onMove: (direction: Direction) => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('guidelines.editor');
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<Direction | null>(null);
  // At the end of its way a button can be pressed no more: the other one takes the focus.
  useEffect(() => {
    if (pressed.current === 'up') (first ? down : up).current?.focus();
    if (pressed.current === 'down') (last ? up : down).current?.focus();
    pressed.current = null;
  });
  const move = (direction: Direction) => {
    pressed.current = direction;
    onMove(direction);
  };
  return (
    <li className="flex flex-col gap-3 py-5 first:pt-0 last:pb-0">
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm font-medium text-fg-secondary">{name}</span>
        <span className="flex gap-1">
          <IconButton
            ref={up}
            size="sm"
            label={t('up', { name })}
            icon={<ArrowUp aria-hidden />}
            disabled={first}
            onClick={() => move('up')}
          />
          <IconButton
            ref={down}
            size="sm"
            label={t('down', { name })}
            icon={<ArrowDown aria-hidden />}
            disabled={last}
            onClick={() => move('down')}
          />
          <IconButton size="sm" label={t('remove', { name })} icon={<X aria-hidden />} onClick={onRemove} />
        </span>
      </div>
      {children}
    </li>
  );
}
