'use client';

import type { Report } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { GoalsCard } from '../goals/goals-card.tsx';
import { BiasCard } from './bias-card.tsx';
import { DetectionCard } from './detection-card.tsx';
import { DistributionsCard } from './distributions-card.tsx';
import { GatesCard } from './gates-card.tsx';
import { HeadlineTiles } from './headline-tiles.tsx';
import { InputsCard } from './inputs-card.tsx';
import { JudgementsCard } from './judgements-card.tsx';
import { PrivacyCard } from './privacy-card.tsx';
import { ReportFigures } from './report-figures.tsx';
import type { ReportView } from './report-types.ts';
import { ScenariosCard } from './scenarios-card.tsx';
import { ScoresCard } from './scores-card.tsx';
import { TrendsCard } from './trends-card.tsx';
import { UtilityCard } from './utility-card.tsx';
import { ValidityCard } from './validity-card.tsx';
import { VerdictCard } from './verdict-card.tsx';

const PARTS = [
  'gates',
  'distributions',
  'trends',
  'detection',
  'utility',
  'privacy',
  'bias',
  'scenarios',
  'inputs',
] as const;

/** A finished report: the answer, the six figures, the gates, then the evidence in order. */
export function ReportDocument({ view, report }: { view: ReportView; report: Report }) {
  const t = useTranslations('reports.parts');
  const runId = view.subjects.synthetic.kind === 'run' ? view.subjects.synthetic.runId : null;
  return (
    <ReportFigures reportId={view.id}>
      <div className="flex flex-col gap-6 [&_section]:scroll-mt-20">
        <VerdictCard report={report} />
        <HeadlineTiles report={report} />
        <nav aria-label={t('title')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          {PARTS.map((part) => (
            <a
              key={part}
              href={`#${part}`}
              className="rounded-sm py-1 text-fg-secondary underline-offset-4 hover:text-accent-text hover:underline"
            >
              {t(part)}
            </a>
          ))}
        </nav>
        <GatesCard gates={report.gates} />
        <GoalsCard projectId={view.projectId} reportId={view.id} />
        <ScoresCard fidelity={report.fidelity} />
        <DistributionsCard report={report} />
        <TrendsCard report={report} />
        <ValidityCard validity={report.validity} lost={report.fidelity.lost} />
        <DetectionCard detection={report.detection} runId={runId} />
        <UtilityCard utility={report.utility} />
        <PrivacyCard privacy={report.privacy} runId={runId} />
        <BiasCard bias={report.bias} />
        <ScenariosCard scenarios={report.scenarios} projectId={view.projectId} runId={runId} />
        <InputsCard report={report} />
        <JudgementsCard judgements={view.judgements} />
      </div>
    </ReportFigures>
  );
}
