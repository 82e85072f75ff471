'use client';

import type { Report } from '@assay/contracts';
import { nextStepsOfReport } from '@assay/domain';
import { cn, TextLink } from '@assay/ui';
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { verdictTone } from './report-types.ts';

const MOST_REASONS = 6;
const MOST_STEPS = 5;

const look = {
  good: { frame: 'border-good-line bg-good-soft', word: 'text-good-text', Icon: CircleCheck },
  warn: { frame: 'border-warn-line bg-warn-soft', word: 'text-warn-text', Icon: CircleDashed },
  bad: { frame: 'border-bad-line bg-bad-soft', word: 'text-bad-text', Icon: CircleAlert },
};

/** The answer first: the verdict, what it rests on in words, and what to do about it. */
export function VerdictCard({ report }: { report: Report }) {
  const t = useTranslations('reports.verdictCard');
  const { frame, word, Icon } = look[verdictTone[report.verdict]];
  const with_ = (...statuses: readonly string[]) =>
    report.gates.filter((gate) => statuses.includes(gate.status));
  const wrong = with_('red', 'failed').sort((a, b) => Number(b.blocking) - Number(a.blocking));
  const amber = with_('amber');
  const lacking = with_('not-assessed');
  const reasons = wrong.length > 0 ? wrong : report.verdict === 'incomplete' ? lacking : amber;
  const steps = nextStepsOfReport(report);
  return (
    <section aria-labelledby="verdict" className={cn('rounded-xl border p-5 sm:p-6', frame)}>
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={cn('mt-0.5 size-7 shrink-0', word)} />
        <div className="min-w-0">
          <h2 id="verdict" className={cn('text-xl font-semibold tracking-tight', word)}>
            {t(`title.${report.verdict}`)}
          </h2>
          <p className="mt-1 text-sm text-fg-secondary">
            {t('counts', {
              green: with_('green').length,
              amber: amber.length,
              red: wrong.length,
              lacking: lacking.length,
            })}{' '}
            {t('policy', { name: report.policy.name })}
          </p>
        </div>
      </div>
      {reasons.length === 0 && steps.length === 0 ? null : (
        <div className="mt-5 grid gap-x-8 gap-y-5 lg:grid-cols-2">
          {reasons.length === 0 ? null : (
            <div className="min-w-0">
              <h3 className="text-sm font-semibold text-fg">
                {t(wrong.length > 0 ? 'why' : report.verdict === 'incomplete' ? 'lacking' : 'amber')}
              </h3>
              <ul className="mt-2 flex flex-col gap-2.5 text-sm">
                {reasons.slice(0, MOST_REASONS).map((gate) => (
                  <li key={gate.id} className="wrap-anywhere">
                    <span className="font-medium text-fg">{gate.name}</span>
                    {gate.blocking ? null : <span className="text-fg-secondary"> ({t('notBlocking')})</span>}
                    <span className="block text-fg-secondary">{gate.because}</span>
                  </li>
                ))}
              </ul>
              {reasons.length <= MOST_REASONS ? null : (
                <p className="mt-2 text-sm">
                  <TextLink href="#gates">{t('more', { count: reasons.length - MOST_REASONS })}</TextLink>
                </p>
              )}
            </div>
          )}
          {steps.length === 0 ? null : (
            <div className="min-w-0">
              <h3 className="text-sm font-semibold text-fg">{t('next')}</h3>
              <ol className="mt-2 flex list-decimal flex-col gap-2.5 pl-5 text-sm text-fg-secondary marker:text-fg-muted">
                {steps.slice(0, MOST_STEPS).map((step) => (
                  <li key={step} className="pl-1">
                    {step}
                  </li>
                ))}
              </ol>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
