'use client';

import { labelKey } from '@assay/contracts';
import { Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** The one key of a label or reason: pressing a key sets it, deleting takes it away. */
export function KeyInput({
  name,
  value,
  invalid,
  onChange,
}: {
  name: string;
  value: string | null;
  invalid: boolean;
  onChange: (key: string | null) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  return (
    <Field label={t('keyOf', { name })} hideLabel className="w-11 shrink-0">
      <Input
        value={value ?? ''}
        placeholder={t('noKey')}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        spellCheck={false}
        className="px-0 text-center font-mono"
        onChange={({ target }) => {
          // The last sign that was typed takes the place of the one before it.
          const typed = Array.from(target.value.toLowerCase()).at(-1) ?? '';
          if (typed === '') onChange(null);
          else if (labelKey.safeParse(typed).success) onChange(typed);
        }}
      />
    </Field>
  );
}
