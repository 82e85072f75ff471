'use client';

import type { GuidelineExample } from '@assay/contracts';
import { Card } from '@assay/ui';
import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Correct and incorrect examples beside each other, each with why; nothing when there is none. */
export function ExamplesCard({ examples }: { examples: readonly GuidelineExample[] }) {
  const t = useTranslations('guidelines.read');
  if (examples.length === 0) return null;
  const groups = (['correct', 'incorrect'] as const)
    .map((verdict) => ({ verdict, found: examples.filter((each) => each.verdict === verdict) }))
    .filter(({ found }) => found.length > 0);
  return (
    <div id="examples" className="scroll-mt-20">
      <Card title={<span className="text-lg">{t('examples')}</span>}>
        <div className="grid gap-5 md:auto-cols-fr md:grid-flow-col">
          {groups.map(({ verdict, found }) => (
            <section key={verdict} aria-labelledby={`examples-${verdict}`} className="min-w-0">
              <h3
                id={`examples-${verdict}`}
                className={`mb-3 flex items-center gap-1.5 text-sm font-semibold ${
                  verdict === 'correct' ? 'text-good-text' : 'text-bad-text'
                }`}
              >
                {verdict === 'correct' ? (
                  <CircleCheck aria-hidden className="size-4" />
                ) : (
                  <CircleX aria-hidden className="size-4" />
                )}
                {t(verdict)}
              </h3>
              <ul className="flex flex-col gap-3">
                {found.map((example) => (
                  <li
                    key={example.id}
                    className={`rounded-lg border border-l-4 border-line px-4 py-3 ${
                      verdict === 'correct' ? 'border-l-good' : 'border-l-bad'
                    }`}
                  >
                    <p className="text-sm font-medium text-fg wrap-anywhere">{example.title}</p>
                    <ExampleContent content={example.content} />
                    <p className="mt-2 text-sm text-fg-secondary wrap-anywhere whitespace-pre-line">
                      {example.why}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Card>
    </div>
  );
}

function ExampleContent({ content }: { content: GuidelineExample['content'] }) {
  const t = useTranslations('guidelines.read');
  if (content.kind === 'text')
    return (
      <blockquote className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-line">
        {content.text}
      </blockquote>
    );
  return (
    <dl className="mt-2 grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 rounded-md bg-sunken px-3 py-2 text-sm">
      {content.values.map(({ column, value }, at) => (
        // Columns may be named twice in what somebody wrote; their place tells them apart.
        <div key={`${at}-${column}`} className="contents">
          <dt className="text-fg-muted wrap-anywhere">{column}</dt>
          <dd className={value === null ? 'text-fg-muted' : 'font-mono text-fg wrap-anywhere'}>
            {value === null ? t('missing') : String(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
