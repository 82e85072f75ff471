'use client';

import { Callout } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { TermsSummary } from '../overview/terms-summary.tsx';
import { useSource } from '../use-source.ts';
import { PrivacyUnitCard } from './privacy-unit-card.tsx';
import { TermsForm } from './terms-form.tsx';

/** Where a source comes from and what may be done with it. */
export function SourceTermsScreen({ sourceId }: { sourceId: string }) {
  const t = useTranslations('sources.terms');
  const { source, project, may, mayNot } = useSource(sourceId);
  const loaded = source.data !== undefined && project !== undefined;
  // A sentence of the readiness panel leads to one field: once it is there, it gets the focus.
  useEffect(() => {
    if (!loaded || window.location.hash.length < 2) return;
    const field = document.getElementById(window.location.hash.slice(1));
    field?.scrollIntoView({ block: 'center' });
    const inside = field?.querySelector<HTMLElement>('button, input');
    (inside ?? field)?.focus({ preventScroll: true });
  }, [loaded]);
  return (
    <QueryState query={{ ...source, data: loaded ? source.data : undefined }}>
      {(data) => (
        <div className="flex max-w-3xl flex-col gap-6">
          <PrivacyUnitCard source={data} mayEdit={may('source.update')} />
          {mayNot('source.terms') ? (
            <>
              <Callout>{t('notAllowed')}</Callout>
              <TermsSummary source={data} mayEdit={false} />
            </>
          ) : (
            <TermsForm source={data} />
          )}
        </div>
      )}
    </QueryState>
  );
}
