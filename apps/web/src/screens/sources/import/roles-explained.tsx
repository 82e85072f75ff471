'use client';

import { useTranslations } from 'next-intl';
import { ROLES } from '../column-words.ts';

/** What the five roles mean, folded away until somebody asks. */
export function RolesExplained() {
  const t = useTranslations('sources');
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm font-medium text-accent-text">
        {t('rolesQuestion')}
      </summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {ROLES.map((role) => (
          <div key={role} className="contents">
            <dt className="font-medium">{t(`roles.${role}.name`)}</dt>
            <dd className="text-fg-secondary max-sm:mb-2">{t(`roles.${role}.hint`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
