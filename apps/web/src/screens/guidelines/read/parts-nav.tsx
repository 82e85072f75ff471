'use client';

import type { Guideline } from '@assay/contracts';
import { useTranslations } from 'next-intl';

/** The parts of a guideline beside it, where there is room. */
export function PartsNav({ document }: { document: Guideline }) {
  const t = useTranslations('guidelines.read');
  const lists = (['examples', 'checklist', 'rules', 'glossary'] as const).filter(
    (part) => document[part].length > 0,
  );
  const parts = [
    ...document.sections.map(({ id, heading }) => ({ anchor: `section-${id}`, title: heading })),
    ...lists.map((part) => ({ anchor: part, title: t(part) })),
  ];
  if (parts.length < 2) return null;
  return (
    <nav
      aria-label={t('parts')}
      className="sticky top-20 hidden border-l border-line pl-5 text-sm xl:block print:hidden"
    >
      <p className="mb-2 font-medium text-fg">{t('parts')}</p>
      <ul className="flex flex-col">
        {parts.map(({ anchor, title }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              className="block rounded-sm py-1 text-fg-muted wrap-anywhere hover:text-accent-text hover:underline"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
