'use client';

import { guidelineForRoles } from '@assay/domain';
import { Card, EmptyState, Switch } from '@assay/ui';
import { NotebookText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useMay } from '../../sources/use-source.ts';
import { GuidelineFrame } from '../guideline-frame.tsx';
import type { GuidelineView } from '../guideline-types.ts';
import { AskDialog } from '../questions/ask-dialog.tsx';
import { AcknowledgeBar } from './acknowledge-bar.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { ExamplesCard } from './examples-card.tsx';
import { GlossaryCard } from './glossary-card.tsx';
import { PartsNav } from './parts-nav.tsx';
import { RulesCard } from './rules-card.tsx';
import { SectionText } from './section-text.tsx';

/** One guideline to read: the sections for the reader's roles, or all, and the acknowledgement at its end. */
export function GuidelinePage({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Reading key={guideline.versionId} guideline={guideline} />}
    </GuidelineFrame>
  );
}

function Reading({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.read');
  const { project, may } = useMay(guideline.projectId);
  const { params, replace } = useUrlParams();
  const [asking, setAsking] = useState<{ id: string; heading: string } | null>(null);
  const { document } = guideline;
  const mine = guidelineForRoles(document, project?.roles ?? []);
  const hidden = document.sections.length - mine.sections.length;
  const all = params.get('sections') === 'all';
  const shown = all ? document : mine;
  const ask = may('guideline.ask') ? setAsking : null;
  return (
    <>
      {hidden === 0 ? null : (
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p role="status" className="text-sm text-fg-secondary">
            {all ? t('showsAll') : t('hidden', { count: hidden })}
          </p>
          <Switch
            label={t('showAll')}
            checked={all}
            onChange={(on) => replace({ sections: on ? 'all' : null })}
          />
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="flex min-w-0 max-w-4xl flex-col gap-6">
          {shown.sections.length === 0 ? (
            <Card>
              <EmptyState icon={<NotebookText aria-hidden />} title={t('noSection')} />
            </Card>
          ) : (
            shown.sections.map((section) => <SectionText key={section.id} section={section} onAsk={ask} />)
          )}
          <ExamplesCard examples={document.examples} />
          <ChecklistCard checklist={document.checklist} />
          <RulesCard rules={document.rules} />
          <GlossaryCard glossary={document.glossary} />
          <AcknowledgeBar guideline={guideline} />
        </div>
        <PartsNav document={shown} />
      </div>
      {asking === null ? null : (
        <AskDialog
          versionId={guideline.versionId}
          section={asking}
          onOpenChange={(open) => {
            if (!open) setAsking(null);
          }}
        />
      )}
    </>
  );
}
