'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field-context.ts';
import { useTypedEarly } from './use-typed-early.ts';

export type InputProps = ComponentProps<'input'> & {
  /** Text or icon inside the frame, before and after what is typed. */
  before?: ReactNode;
  after?: ReactNode;
};

export function Input({ before, after, className, ...own }: InputProps) {
  const ref = useTypedEarly(own.value, own.ref);
  const props = { ...useFieldControl(own), ref };
  if (before === undefined && after === undefined) {
    return <input type="text" {...props} className={cn(controlStyle, 'h-9', className)} />;
  }
  return (
    <span className={cn('relative flex min-w-0 items-center', className)}>
      {before === undefined ? null : (
        <span className="pointer-events-none absolute left-3 flex items-center text-sm text-fg-muted [&_svg]:size-4">
          {before}
        </span>
      )}
      <input
        type="text"
        {...props}
        className={cn(controlStyle, 'h-9', before !== undefined && 'pl-9', after !== undefined && 'pr-10')}
      />
      {after === undefined ? null : (
        <span className="absolute right-1 flex items-center text-sm text-fg-muted [&>svg]:mr-2 [&_svg]:size-4">
          {after}
        </span>
      )}
    </span>
  );
}

export type DateInputProps = Omit<ComponentProps<'input'>, 'type'> & {
  kind?: 'date' | 'datetime-local' | 'month' | 'time' | undefined;
};

/** The browser's own date picker: localised and usable by keyboard. */
export function DateInput({ kind = 'date', className, ...own }: DateInputProps) {
  const ref = useTypedEarly(own.value, own.ref);
  const props = { ...useFieldControl(own), ref };
  return <input {...props} type={kind} className={cn(controlStyle, 'h-9 tabular-nums', className)} />;
}

export function Textarea({ className, rows = 4, ...own }: ComponentProps<'textarea'>) {
  const ref = useTypedEarly(own.value, own.ref);
  const props = { ...useFieldControl(own), ref };
  return <textarea rows={rows} {...props} className={cn(controlStyle, 'py-2 leading-5', className)} />;
}
