import { cn } from '../lib/cn.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent shadow-sm',
  secondary: 'bg-surface text-fg hover:bg-hover border-line-strong/60 shadow-sm',
  quiet: 'bg-transparent text-fg-secondary hover:bg-hover hover:text-fg border-transparent',
  danger: 'bg-bad text-on-bad hover:bg-bad-hover border-transparent shadow-sm',
  'danger-quiet': 'bg-transparent text-bad-text hover:bg-bad-soft border-transparent',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-8 px-2.5 gap-1.5 text-sm',
  md: 'h-9 px-3 gap-2 text-sm',
  lg: 'h-10 px-4 gap-2 text-base',
};

const base =
  'inline-flex items-center justify-center whitespace-nowrap rounded-md border font-medium select-none tap ' +
  'transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'disabled:opacity-55 aria-disabled:opacity-55 disabled:pointer-events-none';

export function buttonStyle(variant: ButtonVariant, size: ButtonSize, extra?: string): string {
  return cn(base, variants[variant], sizes[size], extra);
}

const squares: Record<ButtonSize, string> = { sm: 'size-8', md: 'size-9', lg: 'size-10' };

export function iconButtonStyle(variant: ButtonVariant, size: ButtonSize, extra?: string): string {
  return cn(base, variants[variant], squares[size], 'shrink-0', extra);
}
