import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { type Tone, toneFill, toneSoft } from '../lib/tone.tsx';

export type BadgeProps = {
  tone?: Tone | undefined;
  icon?: ReactNode;
  children: ReactNode;
  /** Must it be read whole? Then it has as many lines as it needs. */
  wraps?: boolean | undefined;
  className?: string | undefined;
};

export function Badge({ tone = 'neutral', icon, children, wraps = false, className }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium [&_svg]:size-3.5 [&_svg]:shrink-0',
        !wraps && 'whitespace-nowrap',
        toneSoft[tone],
        className,
      )}
    >
      {icon}
      <span className={wraps ? 'wrap-anywhere' : 'truncate'}>{children}</span>
    </span>
  );
}

/** A state with a dot: the word carries the meaning, the colour repeats it. `pulse` marks work under way. */
export function StatusBadge({
  tone = 'neutral',
  pulse = false,
  children,
  className,
}: Omit<BadgeProps, 'icon' | 'wraps'> & { pulse?: boolean | undefined }) {
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-sm text-fg', className)}>
      <span
        aria-hidden
        className={cn('size-2 shrink-0 rounded-full', toneFill[tone], pulse && 'animate-pulse')}
      />
      {children}
    </span>
  );
}
