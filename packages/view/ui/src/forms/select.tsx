'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field-context.ts';

export type SelectOption = {
  value: string;
  label: string;
  disabled?: boolean | undefined;
  /** Options with the same group stand together under its name. */
  group?: string | undefined;
};

export type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; chosen, it means "none". */
  placeholder?: string | undefined;
};

/** The browser's own select, for forms. Use Combobox where there are many options. */
export function Select({ options, placeholder, className, ...own }: SelectProps) {
  const props = useFieldControl(own);
  const groups = [...new Set(options.map((o) => o.group))];
  return (
    <span className={cn('relative flex min-w-0 items-center', className)}>
      <select {...props} className={cn(controlStyle, 'h-9 appearance-none pr-9')}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {groups.map((group) => {
          const items = options
            .filter((o) => o.group === group)
            .map((o) => (
              <option key={o.value} value={o.value} disabled={o.disabled}>
                {o.label}
              </option>
            ));
          return group === undefined ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          );
        })}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-3 size-4 text-fg-muted" />
    </span>
  );
}
