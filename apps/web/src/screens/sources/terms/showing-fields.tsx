'use client';

import { Card, Checkbox } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { TERM_IDS } from '../overview/readiness-links.ts';
import type { DraftSection } from './draft-section.ts';

/** Who, besides those who may read the source, may be shown rows of it. */
export function ShowingFields({ draft, change }: DraftSection) {
  const t = useTranslations('sources.terms');
  return (
    <Card title={t('showing')} description={t('showingBody')}>
      <div id={TERM_IDS.rowsToLabellers} tabIndex={-1} className="rounded-sm">
        <Checkbox
          label={t('rowsToLabellers')}
          hint={t('rowsToLabellersHint')}
          checked={draft.rowsToLabellers}
          onChange={(rowsToLabellers) => change({ rowsToLabellers })}
        />
      </div>
    </Card>
  );
}
