'use client';

import { Button, Callout, Tabs } from '@assay/ui';
import { Braces, LayoutList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ProjectColumnNames } from './column-names.tsx';
import { JsonEditor } from './json-editor.tsx';
import { SchemaPreview } from './schema-preview.tsx';
import type { SchemaDraft } from './use-schema-draft.ts';
import { VisualEditor } from './visual-editor.tsx';

/** The document in two modes, beside what an annotator will see of it. */
export function SchemaEditor({
  projectId,
  draft,
  savedIds,
  disabled,
}: {
  projectId: string;
  draft: SchemaDraft;
  /** Ids that a saved version has: answers may hold them. */
  savedIds: ReadonlySet<string>;
  disabled: boolean;
}) {
  const t = useTranslations('labelSchemas.editor');
  return (
    <ProjectColumnNames projectId={projectId}>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Tabs
          label={t('modes')}
          value={draft.mode}
          onChange={(id) => draft.setMode(id === 'json' ? 'json' : 'visual')}
          items={[
            {
              id: 'visual',
              label: (
                <>
                  <LayoutList aria-hidden />
                  {t('visual')}
                </>
              ),
              disabled: !draft.readable,
              content: (
                <VisualEditor
                  document={draft.document}
                  problems={draft.problems}
                  savedIds={savedIds}
                  disabled={disabled}
                  onChange={draft.setDocument}
                />
              ),
            },
            {
              id: 'json',
              label: (
                <>
                  <Braces aria-hidden />
                  {t('json')}
                </>
              ),
              content: (
                <div className="flex flex-col gap-4">
                  {draft.readable ? null : (
                    <Callout
                      tone="warn"
                      title={t('unreadableTitle')}
                      actions={
                        <Button size="sm" onClick={() => draft.reset(draft.document)}>
                          {t('lastReadable')}
                        </Button>
                      }
                    >
                      {t('unreadableBody')}
                    </Callout>
                  )}
                  <JsonEditor
                    text={draft.text}
                    problems={draft.lineProblems}
                    disabled={disabled}
                    onChange={draft.setText}
                  />
                </div>
              ),
            },
          ]}
        />
        <SchemaPreview document={draft.document} />
      </div>
    </ProjectColumnNames>
  );
}
