import { cn } from '../lib/cn.ts';

export type KbdProps = {
  /** Keys joined by "+", steps by a space: "Mod+K", "G P". */
  keys: string;
  inverse?: boolean | undefined;
};

/** Keyboard keys as they are printed. "Mod" stands for Control. */
export function Kbd({ keys, inverse = false }: KbdProps) {
  const steps = keys.split(' ').flatMap((step) => step.split('+'));
  return (
    <span className="inline-flex items-center gap-0.5 align-middle">
      {steps.map((key, index) => (
        <kbd
          key={`${key}-${index}`}
          className={cn(
            'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-none',
            inverse ? 'border-fg-inverse/40' : 'border-line bg-sunken text-fg-secondary',
          )}
        >
          {key === 'Mod' ? 'Ctrl' : key}
        </kbd>
      ))}
    </span>
  );
}
