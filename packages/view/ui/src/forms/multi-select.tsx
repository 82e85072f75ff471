'use client';

import { Check, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { Chip } from './chip.tsx';
import type { ComboboxOption } from './combobox.tsx';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field-context.ts';
import { OptionList, optionPanelStyle } from './option-list.tsx';

export type MultiSelectProps = {
  options: readonly ComboboxOption[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  placeholder?: string | undefined;
  onSearch?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  name?: string | undefined;
  className?: string | undefined;
  labels?: Partial<UiLabels['form']> | undefined;
};

/** Several choices, each shown as a chip that can be taken away. */
export function MultiSelect(props: MultiSelectProps) {
  const t = useLabels('form', props.labels);
  const { required: _required, ...control } = useFieldControl({ 'aria-label': props['aria-label'] });
  const toggle = (value: string) =>
    props.onChange(
      props.value.includes(value) ? props.value.filter((v) => v !== value) : [...props.value, value],
    );
  const nameOf = (value: string) => props.options.find((o) => o.value === value)?.label ?? value;
  return (
    <div className={cn('flex min-w-0 flex-col gap-2', props.className)}>
      <Popover.Root>
        <Popover.Trigger asChild>
          <button
            type="button"
            {...control}
            disabled={props.disabled}
            aria-haspopup="listbox"
            className={cn(controlStyle, 'flex h-9 items-center justify-between gap-2 text-left')}
          >
            <span className={cn('truncate', props.value.length === 0 && 'text-fg-muted')}>
              {props.value.length === 0
                ? (props.placeholder ?? t.pick)
                : fill(t.selectedCount, { n: props.value.length })}
            </span>
            <Plus aria-hidden className="size-4 shrink-0 text-fg-muted" />
          </button>
        </Popover.Trigger>
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
              onPick={toggle}
              mark={(option) => (
                <span
                  className={cn(
                    'flex size-4 items-center justify-center rounded-sm border',
                    props.value.includes(option.value)
                      ? 'border-accent bg-accent text-on-accent'
                      : 'border-line-strong',
                  )}
                >
                  {props.value.includes(option.value) ? <Check aria-hidden className="size-3" /> : null}
                </span>
              )}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {props.value.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {props.value.map((value) => (
            <li key={value} className="max-w-full">
              <Chip label={nameOf(value)} onRemove={() => toggle(value)} disabled={props.disabled} />
              {props.name === undefined ? null : <input type="hidden" name={props.name} value={value} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
