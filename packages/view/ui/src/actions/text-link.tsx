'use client';

import { cn } from '../lib/cn.ts';
import { type LinkLikeProps, UiLink } from '../lib/ui-provider.tsx';

/** A link inside text. */
export function TextLink({ className, ...rest }: LinkLikeProps) {
  return (
    <UiLink
      {...rest}
      className={cn(
        '-my-0.5 inline-block py-0.5 font-medium text-accent-text underline underline-offset-2 decoration-accent-text/40 hover:decoration-current rounded-sm',
        className,
      )}
    />
  );
}
