'use client';

import { Card, UiLink } from '@assay/ui';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { Home } from './home-types.ts';
import { useStepText } from './use-step-text.ts';

/** What to do next, most pressing first. */
export function NextStepsCard({ next }: { next: Home['next'] }) {
  const t = useTranslations('home');
  const textOf = useStepText();
  const { path } = useOrg();
  return (
    <Card title={t('nextTitle')} flush>
      <ol className="divide-y divide-line">
        {next.map((step, index) => {
          const { title, why } = textOf(step);
          const body = (
            <>
              <span
                aria-hidden
                className={`mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full text-xs font-semibold tabular-nums ${
                  index === 0 ? 'bg-accent text-on-accent' : 'bg-sunken text-fg-secondary'
                }`}
              >
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block text-sm font-medium text-fg">{title}</span>
                <span className="mt-0.5 block text-sm text-fg-secondary">{why}</span>
              </span>
            </>
          );
          return (
            <li key={step.code}>
              {step.link === null ? (
                <div className="flex items-start gap-3 px-4 py-3.5 sm:px-5">{body}</div>
              ) : (
                <UiLink
                  href={path(step.link)}
                  className="ring-inside group flex items-start gap-3 px-4 py-3.5 hover:bg-hover sm:px-5"
                >
                  {body}
                  <ArrowRight
                    aria-hidden
                    className="mt-1 size-4 shrink-0 text-fg-muted group-hover:text-accent-text"
                  />
                </UiLink>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
