'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field-context.ts';
import { OptionList, optionPanelStyle } from './option-list.tsx';
import type { SelectOption } from './select.tsx';

export type ComboboxOption = SelectOption & { hint?: string | undefined };

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  value: string | undefined;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** With it, options come from outside (search on the server). */
  onSearch?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Names the control outside of a Field. */
  'aria-label'?: string | undefined;
  /** Also sends the value with a form. */
  name?: string | undefined;
  className?: string | undefined;
  labels?: Partial<UiLabels['form']> | undefined;
};

/** One choice among many, found by typing. */
export function Combobox(props: ComboboxProps) {
  const t = useLabels('form', props.labels);
  const [open, setOpen] = useState(false);
  const { required: _required, ...control } = useFieldControl({ 'aria-label': props['aria-label'] });
  const chosen = props.options.find((o) => o.value === props.value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          {...control}
          role="combobox"
          aria-expanded={open}
          aria-haspopup="listbox"
          disabled={props.disabled}
          className={cn(
            controlStyle,
            'flex h-9 items-center justify-between gap-2 text-left',
            props.className,
          )}
        >
          <span className={cn('truncate', chosen === undefined && 'text-fg-muted')}>
            {chosen?.label ?? props.placeholder ?? t.pick}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-fg-muted" />
        </button>
      </Popover.Trigger>
      {props.name === undefined ? null : <input type="hidden" name={props.name} value={props.value ?? ''} />}
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={optionPanelStyle}
          aria-label={t.search}
        >
          <OptionList
            options={props.options}
            onSearch={props.onSearch}
            loading={props.loading}
            labels={props.labels}
            onPick={(value) => {
              props.onChange(value);
              setOpen(false);
            }}
            mark={(option) =>
              option.value === props.value ? <Check aria-hidden className="size-4 text-accent-text" /> : null
            }
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
