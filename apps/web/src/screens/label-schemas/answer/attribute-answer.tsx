'use client';

import { type AttributeValue, type LabelAttribute, shortened } from '@assay/contracts';
import { Field, Input, NumberInput, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** One attribute of a label that was given. */
export function AttributeAnswer({
  attribute,
  value,
  onChange,
}: {
  attribute: LabelAttribute;
  value: AttributeValue | null;
  /** `goesOn` where it is the next letter of what one is typing. */
  onChange: (value: AttributeValue | null, goesOn: boolean) => void;
}) {
  const t = useTranslations('labelSchemas.answer');
  const unnamed = useTranslations('labelSchemas.editor')('unnamed');
  const label = attribute.name === '' ? unnamed : attribute.name;
  const need = attribute.required ? { required: true } : { optional: true };
  if (attribute.kind === 'boolean' || attribute.kind === 'single') {
    const options =
      attribute.kind === 'boolean'
        ? [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]
        : attribute.options
            .filter((option) => !option.deprecated)
            .map((option) => ({ value: option.id, label: option.name === '' ? unnamed : option.name }));
    return (
      <Field label={label} {...need}>
        <Select
          value={value === null ? '' : String(value)}
          onChange={({ target }) => {
            if (target.value === '') onChange(null, false);
            else onChange(attribute.kind === 'boolean' ? target.value === 'true' : target.value, false);
          }}
          options={[{ value: '', label: t('open') }, ...options]}
        />
      </Field>
    );
  }
  if (attribute.kind === 'number') {
    return (
      <Field label={label} {...need}>
        <NumberInput
          value={typeof value === 'number' ? value : null}
          step={attribute.integer ? 1 : 'any'}
          {...(attribute.min === null ? {} : { min: attribute.min })}
          {...(attribute.max === null ? {} : { max: attribute.max })}
          onChange={(number) => onChange(number, false)}
        />
      </Field>
    );
  }
  return (
    <Field label={label} {...need}>
      <TextAnswer
        value={typeof value === 'string' ? value : ''}
        most={attribute.maxLength}
        onChange={(text, goesOn) => onChange(text === '' ? null : text, goesOn)}
      />
    </Field>
  );
}

function TextAnswer({
  value,
  most,
  onChange,
}: {
  value: string;
  most: number;
  onChange: (text: string, goesOn: boolean) => void;
}) {
  // What is typed is shown at once: where it is kept it may be read again later, and a key may come before that.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      value={typed ?? value}
      onChange={({ target }) => {
        // Half a character is not stored: what would be refused would keep all else from being saved.
        const text = shortened(target.value, most);
        setTyped(text);
        onChange(text, typed !== null);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
