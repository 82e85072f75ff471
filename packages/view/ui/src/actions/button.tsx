'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useAlive } from '../hooks/use-alive.ts';
import { type LinkLikeProps, UiLink } from '../lib/ui-provider.tsx';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style.ts';
import { Spinner } from './spinner.tsx';

type Look = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  iconEnd?: ReactNode;
};

export type ButtonProps = ComponentProps<'button'> & Look & { loading?: boolean | undefined };

/** A button. While `loading` it keeps the focus, says so, and ignores presses. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  iconEnd,
  loading = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const alive = useAlive();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      // A form sent before the page is alive would go to the address bar, with all that was typed.
      disabled={rest.disabled === true || !alive}
      className={buttonStyle(variant, size, className)}
      onClick={press}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest['aria-disabled']}
    >
      {loading ? <Spinner /> : icon}
      {children}
      {iconEnd}
    </button>
  );
}

export type LinkButtonProps = LinkLikeProps & Look;

/** A link that looks like a button: use it for going somewhere. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  icon,
  iconEnd,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <UiLink {...rest} className={buttonStyle(variant, size, className)}>
      {icon}
      {children}
      {iconEnd}
    </UiLink>
  );
}
