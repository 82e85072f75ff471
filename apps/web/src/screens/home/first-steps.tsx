'use client';

import { Card, LinkButton } from '@assay/ui';
import { Database, FolderPlus, Play, Scale } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { Home } from './home-types.ts';
import { useStepText } from './use-step-text.ts';

/** The home of an organisation in which nothing has been done: how to begin, for who may and for who waits. */
export function FirstSteps({ next }: { next: Home['next'] }) {
  const t = useTranslations('home');
  const textOf = useStepText();
  const { path } = useOrg();
  const first = next.find((step) => step.link !== null);
  const waiting = next.find((step) => step.code === 'wait-for-a-project');
  const steps = [
    { icon: <FolderPlus aria-hidden />, title: t('begin.project'), body: t('begin.projectBody') },
    { icon: <Database aria-hidden />, title: t('begin.source'), body: t('begin.sourceBody') },
    { icon: <Scale aria-hidden />, title: t('begin.terms'), body: t('begin.termsBody') },
    { icon: <Play aria-hidden />, title: t('begin.run'), body: t('begin.runBody') },
  ];
  return (
    <Card className="mb-6">
      <h2 className="text-lg font-semibold">{t('begin.title')}</h2>
      <p className="mt-1 max-w-prose text-sm text-fg-secondary">
        {waiting === undefined ? t('begin.body') : textOf(waiting).why}
      </p>
      <ol className="mt-5 grid gap-5 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-text [&_svg]:size-4.5"
            >
              {step.icon}
            </span>
            <div className="min-w-0">
              <h3 className="text-sm font-medium">
                {index + 1}. {step.title}
              </h3>
              <p className="mt-0.5 text-sm text-fg-secondary">{step.body}</p>
            </div>
          </li>
        ))}
      </ol>
      {first === undefined ? null : (
        <div className="mt-6 flex flex-wrap gap-2">
          {next
            .filter((step) => step.link !== null)
            .map((step) => (
              <LinkButton
                key={step.code}
                href={path(step.link ?? '')}
                variant={step === first ? 'primary' : 'secondary'}
              >
                {textOf(step).title}
              </LinkButton>
            ))}
        </div>
      )}
    </Card>
  );
}
