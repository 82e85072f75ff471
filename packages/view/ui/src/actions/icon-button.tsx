'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type LinkLikeProps, UiLink } from '../lib/ui-provider.tsx';
import { Tooltip } from '../overlays/tooltip.tsx';
import { type ButtonSize, type ButtonVariant, iconButtonStyle } from './button-style.ts';
import { Spinner } from './spinner.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** Name for everyone: read aloud and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  loading?: boolean | undefined;
  /** The keys that do the same, shown in the tooltip. */
  shortcut?: string | undefined;
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right' | undefined;
};

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size = 'md',
  loading = false,
  shortcut,
  tooltipSide,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-busy={loading || undefined}
        aria-disabled={loading || rest['aria-disabled']}
        onClick={loading ? undefined : onClick}
        className={iconButtonStyle(variant, size, className)}
      >
        {loading ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}

export type IconLinkProps = Omit<LinkLikeProps, 'aria-label' | 'children'> & {
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
};

export function IconLink({ label, icon, variant = 'quiet', size = 'md', className, ...rest }: IconLinkProps) {
  return (
    <Tooltip content={label}>
      <UiLink {...rest} aria-label={label} className={iconButtonStyle(variant, size, className)}>
        {icon}
      </UiLink>
    </Tooltip>
  );
}
