'use client';

import { Callout, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { ReleasePreview } from './use-release.ts';

/** Sources whose terms forbid by now what was made of them. */
export function TermsCallout({ terms }: { terms: ReleasePreview['terms'] }) {
  const t = useTranslations('releases.terms');
  const { path } = useOrg();
  if (terms.length === 0) return null;
  return (
    <Callout tone="bad" title={t('title')}>
      <ul className="flex flex-col gap-1">
        {terms.map(({ sourceId, name, why }) => (
          <li key={sourceId}>
            <TextLink href={path(`/sources/${sourceId}/terms`)}>{name}</TextLink>: {why}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
