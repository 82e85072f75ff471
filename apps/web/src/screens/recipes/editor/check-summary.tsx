'use client';

import { Spinner } from '@assay/ui';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DraftCheck } from './use-draft-check.ts';

/** In one line: may this recipe be run as it is typed? */
export function CheckSummary({ problems, checking }: DraftCheck) {
  const t = useTranslations('recipes.editor');
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <p role="status" className="flex min-w-0 items-center gap-2 text-sm">
      {checking ? (
        <Spinner className="size-4 shrink-0" />
      ) : errors > 0 ? (
        <CircleAlert aria-hidden className="size-4 shrink-0 text-bad-text" />
      ) : warnings > 0 ? (
        <Info aria-hidden className="size-4 shrink-0 text-warn-text" />
      ) : (
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good-text" />
      )}
      <span className="min-w-0">
        {errors > 0
          ? t('errors', { count: errors })
          : warnings > 0
            ? t('warnings', { count: warnings })
            : t('sound')}
      </span>
    </p>
  );
}
