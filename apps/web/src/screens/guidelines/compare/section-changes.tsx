'use client';

import { Badge, Card, DiffText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { SectionChange } from '../guideline-types.ts';
import { LineDiff } from './line-diff.tsx';

const tones = { added: 'good', removed: 'bad', changed: 'info', moved: 'neutral' } as const;

/** Sections that came, went, moved or say something else, each with its lines. */
export function SectionChanges({ sections }: { sections: readonly SectionChange[] }) {
  return sections.map((section) => <Section key={section.id} section={section} />);
}

function Section({ section }: { section: SectionChange }) {
  const t = useTranslations('guidelines.compare');
  const { heading, roles, place, kind, moved, lines } = section;
  const rolesChanged =
    roles.before !== null &&
    roles.after !== null &&
    roles.before.toSorted().join() !== roles.after.toSorted().join();
  return (
    <Card
      headingLevel={3}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {heading.before !== null && heading.after !== null && heading.before !== heading.after ? (
            <DiffText before={heading.before} after={heading.after} />
          ) : (
            <span className="wrap-anywhere">{heading.after ?? heading.before}</span>
          )}
          <Badge tone={tones[kind]}>{t(`kinds.${kind}`)}</Badge>
          {moved && kind !== 'moved' ? <Badge>{t('kinds.moved')}</Badge> : null}
        </span>
      }
    >
      <div className="flex flex-col gap-2 text-sm">
        {moved && place.before !== null && place.after !== null ? (
          <p className="text-fg-secondary">{t('movedFrom', { before: place.before, after: place.after })}</p>
        ) : null}
        {rolesChanged ? <RolesChange before={roles.before ?? []} after={roles.after ?? []} /> : null}
        {lines.length === 0 ? null : <LineDiff lines={lines} />}
        {lines.length === 0 && (kind === 'added' || kind === 'removed') ? (
          <p className="text-fg-muted">{t('noText')}</p>
        ) : null}
      </div>
    </Card>
  );
}

function RolesChange({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const t = useTranslations('guidelines.compare');
  const words = useTranslations('roles');
  const names = (roles: readonly string[]) =>
    roles.length === 0
      ? t('everybody')
      : roles.map((role) => words(`project.${role}.name` as never)).join(', ');
  return <p className="text-fg-secondary">{t('roles', { before: names(before), after: names(after) })}</p>;
}
