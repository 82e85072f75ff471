'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as CheckboxBase, RadioGroup as RadioBase, Switch as SwitchBase } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from '../lib/cn.ts';
import { defined } from '../lib/defined.ts';
import { useFieldControl } from './field-context.ts';

const row = 'flex min-w-0 items-start gap-2';
// the button is 24 px, the box drawn inside it 18 px
const target =
  'group -mx-0.5 flex size-6 shrink-0 items-center justify-center rounded-md disabled:opacity-55 relative ' +
  "pointer-coarse:before:absolute pointer-coarse:before:-inset-2.5 pointer-coarse:before:content-['']";
const box =
  'flex size-4.5 items-center justify-center border border-line-strong bg-surface text-on-accent ' +
  'group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent ' +
  'group-data-[state=indeterminate]:border-accent group-data-[state=indeterminate]:bg-accent group-aria-invalid:border-bad';

export type CheckboxProps = {
  label: ReactNode;
  /** Keeps the label for readers only, as in a table's selection column. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  checked?: boolean | 'indeterminate' | undefined;
  defaultChecked?: boolean | undefined;
  onChange?: ((checked: boolean) => void) | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
};

export function Checkbox({ label, hideLabel = false, hint, onChange, ...own }: CheckboxProps) {
  const { id: fieldId, ...props } = useFieldControl({
    ...own,
    'aria-describedby': undefined as string | undefined,
  });
  const generated = useId();
  const id = fieldId ?? generated;
  return (
    <div className={row}>
      <CheckboxBase.Root
        {...defined(props)}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-own-hint` })}
        id={id}
        onCheckedChange={(next) => onChange?.(next === true)}
        className={target}
      >
        <span className={cn(box, 'rounded-sm')}>
          <CheckboxBase.Indicator>
            {props.checked === 'indeterminate' ? (
              <Minus aria-hidden className="size-4" />
            ) : (
              <Check aria-hidden className="size-4" />
            )}
          </CheckboxBase.Indicator>
        </span>
      </CheckboxBase.Root>
      <ChoiceLabel id={id} label={label} hint={hint} hidden={hideLabel} />
    </div>
  );
}

function ChoiceLabel({
  id,
  label,
  hint,
  hidden,
}: {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  hidden: boolean;
}) {
  return (
    <span className={hidden ? 'sr-only' : 'min-w-0'}>
      <label htmlFor={id} className="inline-block min-h-6 py-0.5 text-sm text-fg">
        {label}
      </label>
      {hint === undefined ? null : (
        <span id={`${id}-own-hint`} className="block text-xs text-fg-muted">
          {hint}
        </span>
      )}
    </span>
  );
}

export type SwitchProps = {
  label: ReactNode;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onChange?: ((checked: boolean) => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
};

/** For settings that act at once; use a Checkbox in forms that are sent. */
export function Switch({ label, hideLabel = false, hint, onChange, ...own }: SwitchProps) {
  const id = useId();
  return (
    <div className={row}>
      <SwitchBase.Root
        {...defined(own)}
        {...defined({ onCheckedChange: onChange })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-own-hint` })}
        id={id}
        className="relative h-6 w-10 shrink-0 rounded-full border border-line-strong bg-line-strong pointer-coarse:before:absolute pointer-coarse:before:-inset-2.5 pointer-coarse:before:content-[''] data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55"
      >
        <SwitchBase.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-surface shadow-sm transition-transform data-[state=checked]:translate-x-[18px]" />
      </SwitchBase.Root>
      <ChoiceLabel id={id} label={label} hint={hint} hidden={hideLabel} />
    </div>
  );
}

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};
export type RadioGroupProps = {
  /** The question; inside a Field leave it out. */
  label?: string | undefined;
  options: readonly RadioOption[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  name?: string | undefined;
  /** Each option in its own frame. */
  cards?: boolean | undefined;
  disabled?: boolean | undefined;
};

export function RadioGroup({ label, options, cards = false, onChange, ...own }: RadioGroupProps) {
  const { id: fieldId, ...props } = useFieldControl(own);
  const generated = useId();
  const group = fieldId ?? generated;
  return (
    <RadioBase.Root
      {...defined(props)}
      {...defined({ onValueChange: onChange })}
      {...(label === undefined ? { 'aria-labelledby': `${group}-label` } : { 'aria-label': label })}
      id={group}
      className="flex flex-col gap-2"
    >
      {options.map((option) => {
        const id = `${group}-${option.value}`;
        return (
          <div
            key={option.value}
            className={cn(
              row,
              cards &&
                'rounded-lg border border-line bg-surface p-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-selected',
            )}
          >
            <RadioBase.Item
              id={id}
              value={option.value}
              disabled={option.disabled === true}
              {...(option.hint === undefined ? {} : { 'aria-describedby': `${id}-own-hint` })}
              className={target}
            >
              <span className={cn(box, 'rounded-full')}>
                <RadioBase.Indicator className="block size-2 rounded-full bg-current" />
              </span>
            </RadioBase.Item>
            <ChoiceLabel id={id} label={option.label} hint={option.hint} hidden={false} />
          </div>
        );
      })}
    </RadioBase.Root>
  );
}
