'use client';

import { keyScopes, type Permission } from '@assay/contracts';
import { Button, Checkbox } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useCan } from '~/shell/use-can.ts';

type Props = { value: readonly Permission[]; onChange: (scopes: Permission[]) => void };

/** What a key may do, by kind of thing; only what its maker may do themselves. */
export function ScopePicker({ value, onChange }: Props) {
  const t = useTranslations('apiKeys');
  const may = useCan();
  const offered = keyScopes.filter((scope) => may(scope));
  const groups = [...new Set(offered.map((scope) => scope.slice(0, scope.indexOf('.'))))];
  const reading = offered.filter((scope) => /\.(read|list|use|export)$/.test(scope));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 text-sm font-medium">{t('scopes')}</legend>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChange([...reading])}>
          {t('readOnly')}
        </Button>
        <Button size="sm" onClick={() => onChange([...offered])}>
          {t('everything')}
        </Button>
        <Button size="sm" variant="quiet" disabled={value.length === 0} onClick={() => onChange([])}>
          {t('nothing')}
        </Button>
      </div>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {groups.map((group) => (
          <fieldset key={group} className="flex min-w-0 flex-col gap-1.5">
            <legend className="mb-1 text-xs font-medium text-fg-muted">
              {t.has(`group.${group}` as never) ? t(`group.${group}` as never) : group}
            </legend>
            {offered
              .filter((scope) => scope.startsWith(`${group}.`))
              .map((scope) => (
                <Checkbox
                  key={scope}
                  label={t.has(`scope.${scope}` as never) ? t(`scope.${scope}` as never) : scope}
                  checked={value.includes(scope)}
                  onChange={(on) => onChange(on ? [...value, scope] : value.filter((each) => each !== scope))}
                />
              ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
