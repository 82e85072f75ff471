import type { Report } from '@assay/contracts';
import { nextStepsOfReport } from '@assay/domain';
import { decimal, percent, span, whole } from '../html/figures.ts';
import { headlineFigures, STATUS, VERDICTS } from '../report-words.ts';
import { makePdf, type PdfCell, type PdfColumn, type PdfPage } from './pdf-page.ts';

const GREEN = '#14713f';
const AMBER = '#8a5a00';
const RED = '#b3261e';
const TONES = {
  passed: GREEN,
  failed: RED,
  incomplete: AMBER,
  green: GREEN,
  amber: AMBER,
  red: RED,
} as const;

/** Where a report came from, beyond what is in its document. */
export type Provenance = {
  reportId: string;
  /** Of the document as it was first judged. */
  sha256: string;
  finishedAt: Date;
  /** Names and values, in the order in which they are shown: run, recipe and its version, engine, fitted model. */
  made: readonly { name: string; value: string }[];
};

/** A report as a PDF to hand on: verdict, reasons, gates, headline figures, where it fails, and provenance. */
export function reportPdf(report: Report, provenance: Provenance): Promise<Uint8Array<ArrayBuffer>> {
  const { inputs } = report;
  const title = `${inputs.synthetic.name} against ${inputs.real.name}`;
  const about = {
    title: `${title}: report`,
    subject: `Verdict: ${report.verdict}`,
    foot: `Assay report ${provenance.reportId}, ${provenance.finishedAt.toISOString().slice(0, 10)}`,
    at: provenance.finishedAt,
  };
  return makePdf(about, (page) => {
    page.text(title, { size: 16, strong: true });
    page.soft(
      `${whole(inputs.synthetic.rows)} synthetic rows, ${whole(inputs.real.rows)} real rows${
        inputs.unseen === null ? ', no unseen rows' : `, ${whole(inputs.unseen.rows)} unseen real rows`
      }; ${report.columns.length} columns. Policy: ${report.policy.name}, version ${report.policy.version}.`,
    );
    verdict(page, report);
    page.heading('Headline figures');
    page.tiles(headlineFigures(report));
    gates(page, report);
    if (report.notices.length > 0) {
      page.heading('Notices');
      page.list(report.notices);
    }
    worst(page, report);
    utility(page, report);
    privacyAndBias(page, report);
    origin(page, report, provenance);
  });
}

function verdict(page: PdfPage, report: Report): void {
  page.verdict(VERDICTS[report.verdict], TONES[report.verdict]);
  const wrong = report.gates.filter((gate) => gate.status === 'red' || gate.status === 'failed');
  if (wrong.length > 0) page.list(wrong.slice(0, 8).map((gate) => `${gate.name}: ${gate.because}`));
  const steps = nextStepsOfReport(report);
  if (steps.length === 0) return;
  page.text('What to do next', { strong: true });
  page.list(steps.slice(0, 5), true);
}

function gates(page: PdfPage, { gates: judged }: Report): void {
  page.heading('Gates');
  page.table(
    [
      { title: 'Gate', share: 0.28 },
      { title: 'Result', share: 0.14 },
      { title: 'Why', share: 0.58 },
    ],
    judged.map((gate): PdfCell[] => [
      gate.blocking ? gate.name : `${gate.name} (does not block)`,
      {
        text: STATUS[gate.status],
        colour:
          gate.status === 'green' ? GREEN : gate.status === 'red' || gate.status === 'failed' ? RED : AMBER,
      },
      gate.because,
    ]),
  );
}

const scored = (first: string): PdfColumn[] => [
  { title: first, share: 0.52 },
  { title: 'Score', share: 0.16, end: true },
  { title: 'Floor', share: 0.16, end: true },
  { title: 'Unseen real', share: 0.16, end: true },
];

function worst(page: PdfPage, { fidelity, detection }: Report): void {
  const lowest = <Each extends { score: number | null }>(all: readonly Each[]): Each[] =>
    all
      .filter((each) => each.score !== null)
      .sort((a, b) => (a.score ?? 2) - (b.score ?? 2))
      .slice(0, 10);
  const figures = (each: { score: number | null; floor: number | null; real: number | null }) => [
    percent(each.score, 2),
    percent(each.floor, 2),
    percent(each.real, 2),
  ];
  page.heading('Columns and pairs that differ most');
  page.table(
    scored('Column'),
    lowest(fidelity.shapes.columns).map((each) => [each.column, ...figures(each)]),
  );
  const pairs = lowest(fidelity.trends.pairs);
  if (pairs.length > 0) {
    page.table(
      scored('Pair'),
      pairs.map((each) => [`${each.left}, ${each.right}`, ...figures(each)]),
    );
  }
  page.heading('Detection');
  page.text(
    `A classifier tells synthetic from real rows with ROC AUC ${decimal(detection.auc)} ${span(detection.interval)}; 0.5 cannot tell. For unseen real rows it is ${decimal(detection.reference)}.`,
  );
  if (detection.columns.length > 0) {
    const named = detection.columns.slice(0, 5).map((each) => `${each.column} (${percent(each.share)})`);
    page.text(`What gives them away, by share of the gain: ${named.join(', ')}.`);
  }
}

function utility(page: PdfPage, { utility: found }: Report): void {
  if (found.target === null) return;
  page.heading(`Usefulness for ${found.target}`);
  if (found.reason !== null) page.text(`Not computed: ${found.reason}.`);
  const row = (name: string, scores: Report['utility']['tstr']): string[] => [
    name,
    ...[scores.accuracy, scores.precision, scores.recall, scores.f1, scores.rocAuc].map((each) =>
      decimal(each),
    ),
  ];
  page.table(
    [
      { title: 'Trained on', share: 0.35 },
      ...['Accuracy', 'Precision', 'Recall', 'F1', 'ROC AUC'].map((title) => ({
        title,
        share: 0.13,
        end: true,
      })),
    ],
    [
      row('synthetic, boosted trees', found.tstr),
      row('real, boosted trees', found.trtr),
      row('synthetic, logistic', found.logistic.tstr),
      row('real, logistic', found.logistic.trtr),
    ],
  );
}

function privacyAndBias(page: PdfPage, { privacy, bias }: Report): void {
  const { kAnonymity, exactCopies, nndr } = privacy;
  page.heading('Privacy');
  page.list([
    `Exact copies: ${whole(exactCopies.count)} of ${whole(exactCopies.rows)} rows${
      exactCopies.unseen === null
        ? ''
        : `; of unseen real rows ${whole(exactCopies.unseen.count)} of ${whole(exactCopies.unseen.rows)}`
    }.`,
    `Nearest to second nearest real row (NNDR), median: ${decimal(nndr.median)}; unseen real rows ${decimal(nndr.unseen)}.`,
    ...(kAnonymity.quasiIdentifiers.length === 0
      ? []
      : [
          `By ${kAnonymity.quasiIdentifiers.join(', ')}: ${whole(kAnonymity.pointsToOne)} synthetic rows point to exactly one real row, ${whole(kAnonymity.pointsToFew)} to fewer than five.`,
        ]),
  ]);
  page.heading('Bias');
  if (bias.questions.length === 0) page.text('No sensitive column was named.');
  else {
    page.list(
      bias.questions.map(
        ({ groups, amplification }) =>
          `By ${groups.join(' and ')}: ${
            amplification.value === null
              ? `amplification not computed (${amplification.reason ?? 'no reason given'})`
              : `difference of favourable rates, synthetic minus real: ${decimal(amplification.value)}`
          }.`,
      ),
    );
  }
}

function origin(page: PdfPage, report: Report, provenance: Provenance): void {
  const { inputs, question } = report;
  page.heading('Provenance');
  page.table(
    [
      { title: 'What', share: 0.3 },
      { title: 'Value', share: 0.7 },
    ],
    [
      ['Report', provenance.reportId],
      ['Finished', provenance.finishedAt.toISOString()],
      ['SHA-256 of the document', provenance.sha256],
      ['Document', `${report.type}, version ${report.version}`],
      ['Seed', question.seed],
      ['Policy', `${report.policy.name}, version ${report.policy.version}`],
      ...provenance.made.map(({ name, value }) => [name, value]),
      ...[inputs.real, inputs.synthetic, ...(inputs.unseen === null ? [] : [inputs.unseen])].map((each) => [
        `SHA-256 of ${each.name}`,
        each.sha256,
      ]),
    ],
  );
}
