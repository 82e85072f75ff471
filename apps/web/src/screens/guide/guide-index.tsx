'use client';

import { Button, Card, EmptyState, PageHeader, SearchInput, TextLink } from '@assay/ui';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useSearchText } from '~/shell/use-url-params.ts';
import { guidePath } from './guide-address.ts';

export type GuideEntry = { page: string; name: string; about: string | null };
export type GuideGroup = { id: string; title: string; entries: readonly GuideEntry[] };
export type GuideSection = {
  id: 'metrics' | 'generators' | 'handbook';
  groups: readonly GuideGroup[];
};

/** All pages of the guide, found by name or by what they are about. */
export function GuideIndex({ sections }: { sections: readonly GuideSection[] }) {
  const t = useTranslations('guide');
  const crumbs = useCrumbs();
  const { text, setText } = useSearchText();
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (entry: GuideEntry) => {
    const where = `${entry.name} ${entry.page} ${entry.about ?? ''}`.toLowerCase();
    return words.every((word) => where.includes(word));
  };
  const shown = sections
    .map((section) => ({
      ...section,
      groups: section.groups
        .map((group) => ({ ...group, entries: group.entries.filter(matches) }))
        .filter((group) => group.entries.length > 0),
    }))
    .filter((section) => section.groups.length > 0);
  const count = shown.flatMap((section) => section.groups.flatMap((group) => group.entries)).length;
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} breadcrumbs={crumbs([{ label: t('title') }])} />
      <div className="mb-6">
        <SearchInput label={t('search')} value={text} onChange={setText} />
        <p role="status" className="mt-1 text-xs text-fg-muted">
          {t('count', { count })}
        </p>
      </div>
      {shown.length === 0 ? (
        <Card flush>
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('noneFound', { text })}
            action={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
          />
        </Card>
      ) : (
        <div className="flex flex-col gap-10">
          {shown.map((section) => (
            <section
              key={section.id}
              id={section.id}
              aria-labelledby={`${section.id}-title`}
              className="scroll-mt-20"
            >
              <h2 id={`${section.id}-title`} className="text-xl font-semibold tracking-tight">
                {t(`sections.${section.id}`)}
              </h2>
              <p className="mt-1 max-w-prose text-sm text-fg-secondary">{t(`sectionAbout.${section.id}`)}</p>
              <div className="mt-4 flex flex-col gap-5">
                {section.groups.map((group) => (
                  <Group key={group.id} group={group} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Group({ group }: { group: GuideGroup }) {
  const { path } = useOrg();
  return (
    <Card headingLevel={3} {...(group.title === '' ? {} : { title: group.title })}>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {group.entries.map((entry) => (
          <li key={entry.page} className="min-w-0">
            <TextLink href={path(guidePath(entry.page))}>{entry.name}</TextLink>
            {entry.about === null ? null : (
              <p className="mt-0.5 text-sm text-fg-secondary text-pretty">{entry.about}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
