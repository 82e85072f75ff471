'use client';

import { Callout, Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props = {
  form: string;
  password: string;
  error: string | null;
  onChange: (password: string) => void;
  onSubmit: () => void;
};

/** The password again, before something that guards the account changes. */
export function PasswordStep({ form, password, error, onChange, onSubmit }: Props) {
  const t = useTranslations('account');
  return (
    <form
      id={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      <Field label={t('yourPassword')} hint={t('yourPasswordHint')} required>
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    </form>
  );
}
