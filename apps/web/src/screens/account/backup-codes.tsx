'use client';

import { Callout, CopyButton } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** Codes that each sign in once without the app; shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account');
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" announce="status">
        {t('codesBody')}
      </Callout>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border border-line bg-sunken p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <CopyButton text={codes.join('\n')} label={t('copyCodes')} showLabel />
      </div>
    </div>
  );
}
