import type { LabelColour } from '@assay/contracts';
import { cn } from '@assay/ui';

const fills: Record<LabelColour, string> = {
  teal: 'bg-[var(--chart-1)]',
  orange: 'bg-[var(--chart-2)]',
  indigo: 'bg-[var(--chart-3)]',
  olive: 'bg-[var(--chart-4)]',
  magenta: 'bg-[var(--chart-5)]',
  green: 'bg-[var(--chart-6)]',
  brown: 'bg-[var(--chart-7)]',
  grey: 'bg-[var(--chart-8)]',
};

/** The colour of a label as a dot; the name says what it is. */
export function ColourDot({ colour, className }: { colour: LabelColour; className?: string }) {
  return (
    <span aria-hidden className={cn('inline-block size-3 shrink-0 rounded-full', fills[colour], className)} />
  );
}
