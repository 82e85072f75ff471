import { cn } from '../lib/cn.ts';
import { initials } from '../lib/format.ts';

export type AvatarProps = {
  name: string;
  size?: 'sm' | 'md' | 'lg' | undefined;
  decorative?: boolean | undefined;
};

const sizes = { sm: 'size-6 text-xs', md: 'size-8 text-xs', lg: 'size-10 text-sm' };

/** Initials in a circle. `decorative` where the name stands beside it. */
export function Avatar({ name, size = 'md', decorative = false }: AvatarProps) {
  const className = cn(
    'inline-flex shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-text',
    sizes[size],
  );
  return decorative ? (
    <span aria-hidden className={className}>
      {initials(name)}
    </span>
  ) : (
    <span role="img" aria-label={name} title={name} className={className}>
      {initials(name)}
    </span>
  );
}
