'use client';

import { type GuidelineRole, guidelineRole } from '@assay/contracts';
import { Button, Checkbox, Field, Input, Tabs, Textarea } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { newSection, type SectionDraft } from '../draft.ts';
import { GuidelineText } from '../read/guideline-text.tsx';
import { ListCard } from './list-card.tsx';
import type { ProblemAt } from './use-problem-text.ts';

/** The text of a guideline: sections in their order, each for some roles or for everybody. */
export function SectionsCard({
  sections,
  problemAt,
  onChange,
}: {
  sections: readonly SectionDraft[];
  problemAt: ProblemAt;
  onChange: (sections: readonly SectionDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.sections');
  return (
    <ListCard
      title={t('title')}
      description={t('about')}
      empty={t('empty')}
      list={sections}
      nameOf={(at) => t('name', { n: at + 1 })}
      onChange={onChange}
      actions={
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onChange([...sections, newSection()])}>
          {t('add')}
        </Button>
      }
    >
      {(section, at, set) => (
        <>
          <Field
            label={t('heading')}
            id={`sections.${at}.heading`}
            required
            error={problemAt(`sections.${at}.heading`)}
          >
            <Input
              value={section.heading}
              maxLength={120}
              onChange={(event) => set({ heading: event.target.value })}
            />
          </Field>
          <RolesField roles={section.roles} onChange={(roles) => set({ roles })} />
          <Tabs
            label={t('text')}
            items={[
              {
                id: 'write',
                label: t('write'),
                content: (
                  <Field
                    label={t('text')}
                    id={`sections.${at}.body`}
                    hint={t('hint')}
                    error={problemAt(`sections.${at}.body`)}
                  >
                    <Textarea
                      rows={8}
                      className="font-mono text-sm"
                      value={section.body}
                      onChange={(event) => set({ body: event.target.value })}
                    />
                  </Field>
                ),
              },
              {
                id: 'preview',
                label: t('preview'),
                content:
                  section.body.trim() === '' ? (
                    <p className="text-sm text-fg-muted">{t('nothing')}</p>
                  ) : (
                    <div className="rounded-lg border border-line px-4 py-3">
                      <GuidelineText text={section.body} section={section.heading} />
                    </div>
                  ),
              },
            ]}
          />
        </>
      )}
    </ListCard>
  );
}

function RolesField({
  roles,
  onChange,
}: {
  roles: readonly GuidelineRole[];
  onChange: (roles: readonly GuidelineRole[]) => void;
}) {
  const t = useTranslations('guidelines.editor.sections');
  const words = useTranslations('roles.project');
  return (
    <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <legend className="mb-1 text-sm font-medium">
        {t('for')} <span className="font-normal text-fg-muted">({t('everybody')})</span>
      </legend>
      {guidelineRole.options.map((role) => (
        <Checkbox
          key={role}
          label={words(`${role}.name`)}
          checked={roles.includes(role)}
          onChange={(on) => onChange(on ? [...roles, role] : roles.filter((each) => each !== role))}
        />
      ))}
    </fieldset>
  );
}
