'use client';

import type { AttributeOption } from '@assay/contracts';
import { Badge, Button, Field, IconButton, Input } from '@assay/ui';
import { Ban, Plus, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { newOption } from '../new-parts.ts';
import { useRefocus } from './use-refocus.ts';

/** The values that an attribute can have, each with an id of its own. */
export function OptionsField({
  options,
  savedIds,
  disabled,
  onChange,
}: {
  options: readonly AttributeOption[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (options: AttributeOption[]) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const refocus = useRefocus();
  const set = (id: string, part: Partial<AttributeOption>) =>
    onChange(options.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const add = () => {
    const added = newOption();
    onChange([...options, added]);
    refocus(`part-${added.id}`);
  };
  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium">{t('options')}</span>
      <ul className="flex flex-col gap-2">
        {options.map((option, at) => {
          const name = option.name === '' ? t('unnamed') : option.name;
          return (
            <li key={option.id} className="flex items-center gap-2">
              <Field
                label={t('optionName', { number: at + 1 })}
                hideLabel
                id={`part-${option.id}`}
                className="flex-1"
              >
                <Input
                  value={option.name}
                  maxLength={120}
                  placeholder={t('optionPlaceholder')}
                  onChange={(event) => set(option.id, { name: event.target.value })}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    add();
                  }}
                />
              </Field>
              {option.deprecated ? <Badge tone="warn">{t('deprecated')}</Badge> : null}
              {disabled ? null : savedIds.has(option.id) ? (
                <IconButton
                  label={t(option.deprecated ? 'takeBackOne' : 'deprecateOne', { name })}
                  icon={option.deprecated ? <RotateCcw aria-hidden /> : <Ban aria-hidden />}
                  onClick={() => set(option.id, { deprecated: !option.deprecated })}
                />
              ) : (
                <IconButton
                  label={t('removeOne', { name })}
                  icon={<X aria-hidden />}
                  onClick={() => onChange(options.filter((each) => each.id !== option.id))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {disabled ? null : (
        <div>
          <Button size="sm" variant="quiet" icon={<Plus aria-hidden />} onClick={add}>
            {t('addOption')}
          </Button>
        </div>
      )}
    </div>
  );
}
