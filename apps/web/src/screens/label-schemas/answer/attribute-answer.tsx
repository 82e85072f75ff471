'use client';

import type { AttributeValue, LabelAttribute } from '@assay/contracts';
import { Field, Input, NumberInput, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** One attribute of a label that was given. */
export function AttributeAnswer({
  attribute,
  value,
  onChange,
}: {
  attribute: LabelAttribute;
  value: AttributeValue | null;
  onChange: (value: AttributeValue | null) => void;
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
            if (target.value === '') onChange(null);
            else onChange(attribute.kind === 'boolean' ? target.value === 'true' : target.value);
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
          onChange={onChange}
        />
      </Field>
    );
  }
  return (
    <Field label={label} {...need}>
      <Input
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      />
    </Field>
  );
}
