'use client';

import { Button, LinkButton, Sheet } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { GuidelineView } from '../guidelines/guideline-types.ts';
import { AskDialog } from '../guidelines/questions/ask-dialog.tsx';
import { GuidelineText } from '../guidelines/read/guideline-text.tsx';

/** The guideline beside the row: what concerns whoever labels, and the way to ask. */
export function GuidelineSheet({
  guideline,
  onOpenChange,
}: {
  guideline: GuidelineView;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('work.guideline');
  const { path } = useOrg();
  const [asking, setAsking] = useState(false);
  const { name, number, document } = guideline;
  const sections = document.sections.filter(
    (section) => section.roles.length === 0 || section.roles.includes('annotator'),
  );
  if (asking) {
    return <AskDialog versionId={guideline.versionId} section={null} onOpenChange={() => setAsking(false)} />;
  }
  return (
    <Sheet
      open
      onOpenChange={onOpenChange}
      title={t('title', { name, number })}
      footer={
        <>
          <LinkButton href={path(`/guidelines/${guideline.id}`)}>{t('whole')}</LinkButton>
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {document.checklist.length === 0 ? null : (
          <section>
            <h3 className="mb-2 text-base font-semibold">{t('checklist')}</h3>
            <ul className="list-disc pl-5 text-sm">
              {document.checklist.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </section>
        )}
        {sections.map(({ id, heading, body }) => (
          <section key={id}>
            <h3 className="mb-2 text-base font-semibold wrap-anywhere">{heading}</h3>
            <GuidelineText text={body} section={heading} />
          </section>
        ))}
        {document.glossary.length === 0 ? null : (
          <section>
            <h3 className="mb-2 text-base font-semibold">{t('glossary')}</h3>
            <dl className="flex flex-col gap-2 text-sm">
              {document.glossary.map(({ term, meaning }) => (
                <div key={term}>
                  <dt className="font-medium">{term}</dt>
                  <dd className="text-fg-secondary wrap-anywhere">{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </Sheet>
  );
}
