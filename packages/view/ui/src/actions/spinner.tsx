import { LoaderCircle } from 'lucide-react';
import { cn } from '../lib/cn.ts';

/** A turning mark for work under way; the text beside it says which. */
export function Spinner({ className }: { className?: string | undefined }) {
  return (
    <LoaderCircle aria-hidden className={cn('size-4 animate-spin motion-reduce:animate-none', className)} />
  );
}
