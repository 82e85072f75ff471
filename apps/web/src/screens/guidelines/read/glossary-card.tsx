'use client';

import type { GuidelineTerm } from '@assay/contracts';
import { Card } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** Words and what they mean here, by the alphabet; nothing when there is none. */
export function GlossaryCard({ glossary }: { glossary: readonly GuidelineTerm[] }) {
  const t = useTranslations('guidelines.read');
  if (glossary.length === 0) return null;
  const sorted = glossary.toSorted((a, b) => a.term.localeCompare(b.term));
  return (
    <div id="glossary" className="scroll-mt-20">
      <Card title={<span className="text-lg">{t('glossary')}</span>}>
        <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)]">
          {sorted.map(({ term, meaning }) => (
            <div key={term} className="sm:contents">
              <dt className="font-medium text-fg wrap-anywhere">{term}</dt>
              <dd className="text-fg-secondary wrap-anywhere whitespace-pre-line">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
