'use client';

import { Search, X } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { useLabels } from '../lib/ui-provider.tsx';
import { Input } from './input.tsx';

export type SearchInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** Names it, since it has no visible label. */
  label: string;
  value: string;
  onChange: (value: string) => void;
};

export function SearchInput({ label, value, onChange, className, ...rest }: SearchInputProps) {
  const common = useLabels('common');
  const input = useRef<HTMLInputElement>(null);
  return (
    <Input
      {...rest}
      ref={input}
      type="search"
      aria-label={label}
      placeholder={rest.placeholder ?? label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      before={<Search aria-hidden />}
      after={
        value === '' ? (
          <span />
        ) : (
          <IconButton
            size="sm"
            label={common.clear}
            icon={<X aria-hidden />}
            onClick={() => {
              onChange('');
              input.current?.focus();
            }}
          />
        )
      }
      className={className ?? 'w-full sm:w-64'}
    />
  );
}
