'use client';

import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SchemaDraft } from './editor/use-schema-draft.ts';

/** In one line: may one label with this schema as it is written? */
export function CheckSummary({ draft: { problems, readable } }: { draft: SchemaDraft }) {
  const t = useTranslations('labelSchemas.editor');
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <p role="status" className="flex min-w-0 items-center gap-2 text-sm">
      {errors > 0 ? (
        <CircleAlert aria-hidden className="size-4 shrink-0 text-bad-text" />
      ) : warnings > 0 ? (
        <Info aria-hidden className="size-4 shrink-0 text-warn-text" />
      ) : (
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good-text" />
      )}
      <span className="min-w-0">
        {!readable
          ? t('unreadable')
          : errors > 0
            ? t('errors', { count: errors })
            : warnings > 0
              ? t('warnings', { count: warnings })
              : t('sound')}
      </span>
    </p>
  );
}
