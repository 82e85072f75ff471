'use client';

import type { GuidelineCheck } from '@assay/contracts';
import { Badge, Card } from '@assay/ui';
import { SquareCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** What to go through before a sample is done; nothing when there is none. */
export function ChecklistCard({ checklist }: { checklist: readonly GuidelineCheck[] }) {
  const t = useTranslations('guidelines.read');
  if (checklist.length === 0) return null;
  return (
    <div id="checklist" className="scroll-mt-20">
      <Card title={<span className="text-lg">{t('checklist')}</span>} description={t('checklistAbout')}>
        <ul className="flex flex-col gap-2.5">
          {checklist.map((check) => (
            <li key={check.id} className="flex items-start gap-2.5 text-sm">
              <SquareCheckBig aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-muted" />
              <span className="min-w-0 wrap-anywhere">{check.text}</span>
              <Badge tone={check.required ? 'accent' : 'neutral'} className="shrink-0">
                {check.required ? t('required') : t('optional')}
              </Badge>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
