'use client';

import type { Metric } from '@assay/contracts';
import { Badge, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';

type Props = {
  title: string;
  /** The section that the page is listed in. */
  section: 'metrics' | 'generators' | 'handbook';
  /** What the catalogue says of a metric, for its page. */
  metric: (Pick<Metric, 'unit' | 'better' | 'version'> & { id: string }) | null;
  headings: readonly { title: string; anchor: string }[];
  children: ReactNode;
};

/** The frame of one page of the guide: where it is, what it is of, its sections beside it. */
export function GuideFrame({ title, section, metric, headings, children }: Props) {
  const t = useTranslations('guide');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbs([
          { label: t('title'), href: path('/guide') },
          { label: t(`sections.${section}`), href: path(`/guide#${section}`) },
          { label: title },
        ])}
        badges={
          metric === null ? undefined : (
            <>
              <code className="font-mono text-xs text-fg-muted">{metric.id}</code>
              <Badge>{t(`units.${metric.unit}`)}</Badge>
              {metric.better === 'none' ? null : <Badge tone="info">{t(`better.${metric.better}`)}</Badge>}
              <Badge>{t('version', { version: metric.version })}</Badge>
            </>
          )
        }
      />
      <div className="grid items-start gap-x-16 gap-y-6 xl:grid-cols-[minmax(0,64ch)_14rem]">
        <article className="min-w-0 max-w-[64ch] text-base leading-7 text-fg-secondary">{children}</article>
        {headings.length < 3 ? null : (
          <nav
            aria-label={t('onThisPage')}
            className="sticky top-20 hidden border-l border-line pl-5 text-sm xl:block print:hidden"
          >
            <p className="mb-2 font-medium text-fg">{t('onThisPage')}</p>
            <ul className="flex flex-col">
              {headings.map((heading) => (
                <li key={heading.anchor}>
                  <a
                    href={`#${heading.anchor}`}
                    className="block rounded-sm py-1 text-fg-muted hover:text-accent-text hover:underline"
                  >
                    {heading.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  );
}
