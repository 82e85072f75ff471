'use client';

import type { GuidelineRule } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { Badge, Card } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What a program checks of each labelled sample; nothing when there is none. */
export function RulesCard({ rules }: { rules: readonly GuidelineRule[] }) {
  const t = useTranslations('guidelines.read');
  if (rules.length === 0) return null;
  return (
    <div id="rules" className="scroll-mt-20">
      <Card title={<span className="text-lg">{t('rules')}</span>} description={t('rulesAbout')}>
        <ul className="flex flex-col divide-y divide-line">
          {rules.map((rule) => (
            <li key={rule.id} className="flex flex-col items-start gap-1.5 py-3 first:pt-0 last:pb-0">
              <span className="flex flex-wrap items-center gap-2 text-sm">
                <span className="wrap-anywhere">{rule.text}</span>
                <Badge tone={rule.severity === 'error' ? 'bad' : 'warn'}>
                  {t(`severity.${rule.severity}`)}
                </Badge>
              </span>
              <code className="rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs text-fg-secondary wrap-anywhere">
                {formatPredicate(rule.holds)}
              </code>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
