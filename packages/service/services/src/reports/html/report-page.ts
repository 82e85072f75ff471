import {
  type GateResult,
  gateMetricIds,
  gateMetrics,
  type MetricId,
  metricDefinition,
  metricStages,
  type Report,
  type ScenarioState,
} from '@assay/contracts';
import { formatPredicate, nextStepsOfReport, scenarioCoverage } from '@assay/domain';
import { headlineFigures, STATUS, VERDICTS } from '../report-words.ts';
import { decimal, percent, span, whole } from './figures.ts';
import { html, Markup } from './markup.ts';
import { overlayChart } from './overlay-chart.ts';
import { pairMap } from './pair-map.ts';
import { REPORT_STYLE } from './report-style.ts';

/** A report as one page that needs nothing else: to read, to print, to hand on. */
export function reportPage(report: Report): string {
  const { inputs, fidelity, detection } = report;
  const body = html`<main>
<h1>${inputs.synthetic.name} against ${inputs.real.name}</h1>
<p class="soft">${whole(inputs.synthetic.rows)} synthetic rows, ${whole(inputs.real.rows)} real rows${inputs.unseen === null ? ', no unseen rows' : `, ${whole(inputs.unseen.rows)} unseen real rows`}; ${report.columns.length} columns. Policy: ${report.policy.name}.</p>
${verdict(report)}
${headline(report)}
<h2>Gates</h2>
${gateTable(report.gates)}
${report.notices.length === 0 ? null : html`<h2>Notices</h2><ul>${report.notices.map((each) => html`<li>${each}</li>`)}</ul>`}
<h2>Distributions</h2>
<p class="key"><span><i></i>real</span><span><i class="line"></i>synthetic</span></p>
<div class="charts">${fidelity.overlays.slice(0, 60).map(overlayChart)}</div>
<h2>Shapes of columns</h2>
${shapeTable(report)}
<h2>Trends of pairs</h2>
<p class="soft">The darker a cell, the more of the dependence of its two columns was lost beyond noise. Hover for figures.</p>
${
  report.columns.length <= 60
    ? pairMap(
        fidelity.trends,
        report.columns.map((each) => each.name),
      )
    : null
}
${worstPairs(report)}
<h2>Detection</h2>
<p>A classifier tells synthetic from real rows with ROC AUC ${decimal(detection.auc)} ${span(detection.interval)}; 0.5 cannot tell. For unseen real rows it is ${decimal(detection.reference)}.</p>
${
  detection.columns.length === 0
    ? null
    : simpleTable(
        ['What gives them away', 'Share of the gain'],
        detection.columns.slice(0, 10).map((each) => [each.column, percent(each.share)]),
      )
}
${
  detection.segments.length === 0
    ? null
    : simpleTable(
        ['Most easily told where', 'Real', 'Synthetic', 'AUC'],
        detection.segments.map((each) => [
          each.where,
          whole(each.real),
          whole(each.synthetic),
          decimal(each.auc),
        ]),
      )
}
${utility(report)}
${privacy(report)}
${bias(report)}
${scenarios(report)}
<h2>Inputs</h2>
${simpleTable(
  ['Table', 'Rows', 'SHA-256'],
  [inputs.real, inputs.synthetic, ...(inputs.unseen === null ? [] : [inputs.unseen])].map((each) => [
    each.name,
    whole(each.rows),
    each.sha256,
  ]),
)}
<p class="soft">Seed ${report.question.seed}. Corrected mode: all rows, bins of the real table with open ends. In the way of SDMetrics: quality ${percent(fidelity.parity.allPairs.score)}, shapes ${percent(fidelity.parity.allPairs.shapes)}, trends ${percent(fidelity.parity.allPairs.trends)}.</p>
${meanings()}
</main>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inputs.synthetic.name}: report</title><style>${new Markup(REPORT_STYLE)}</style></head>
<body>${body}</body></html>
`.text;
}

function verdict(report: Report): Markup {
  const wrong = report.gates.filter((gate) => gate.status === 'red' || gate.status === 'failed');
  const steps = nextStepsOfReport(report);
  return html`<section class="verdict ${report.verdict}"><strong>${VERDICTS[report.verdict]}</strong>
${wrong.length === 0 ? null : html`<ul>${wrong.slice(0, 6).map((gate) => html`<li>${gate.name}: ${gate.because}</li>`)}</ul>`}
${steps.length === 0 ? null : html`<p>What to do next:</p><ol>${steps.slice(0, 5).map((step) => html`<li>${step}</li>`)}</ol>`}</section>`;
}

function headline(report: Report): Markup {
  return html`<div class="tiles">${headlineFigures(report).map(
    ({ name, value, beside }) =>
      html`<div class="tile"><span class="soft">${name}</span><b>${value}</b><span class="soft">${beside}</span></div>`,
  )}</div>`;
}

function gateTable(gates: readonly GateResult[]): Markup {
  return html`<div class="scroll"><table><thead><tr><th>Gate</th><th>Result</th><th>Why</th></tr></thead><tbody>${gates.map(
    (gate) =>
      html`<tr><td>${gate.name}${gate.blocking ? null : html` <span class="soft">(does not block)</span>`}${pageOfGate(gate)}</td><td class="${gate.status}">${STATUS[gate.status]}</td><td>${gate.because}</td></tr>`,
  )}</tbody></table></div>`;
}

function simpleTable(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return html`<div class="scroll"><table><thead><tr>${head.map((each, at) => html`<th${at === 0 ? null : html` class="n"`}>${each}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, at) => html`<td${at === 0 ? null : html` class="n"`}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function shapeTable({ fidelity }: Report): Markup {
  const worst = [...fidelity.shapes.columns].sort((a, b) => (a.score ?? 2) - (b.score ?? 2)).slice(0, 40);
  return simpleTable(
    ['Column', 'Score', 'Floor', 'Unseen real', 'Metric'],
    worst.map((each) => [
      each.column,
      percent(each.score, 2),
      percent(each.floor, 2),
      percent(each.real, 2),
      each.reason ?? each.metric,
    ]),
  );
}

function worstPairs({ fidelity }: Report): Markup {
  const worst = [...fidelity.trends.pairs]
    .filter((each) => each.score !== null)
    .sort((a, b) => (a.score ?? 2) - (b.score ?? 2))
    .slice(0, 10);
  return simpleTable(
    ['Worst pairs', 'Score', 'Floor', 'Unseen real'],
    worst.map((each) => [
      `${each.left}, ${each.right}`,
      percent(each.score, 2),
      percent(each.floor, 2),
      percent(each.real, 2),
    ]),
  );
}

function utility({ utility: found }: Report): Markup {
  if (found.target === null) return html`<h2>Usefulness</h2><p>No target column was named.</p>`;
  const row = (name: string, scores: Report['utility']['tstr']) => [
    name,
    decimal(scores.accuracy),
    decimal(scores.precision),
    decimal(scores.recall),
    decimal(scores.f1),
    decimal(scores.rocAuc),
  ];
  return html`<h2>Usefulness for ${found.target}</h2>
${found.reason === null ? null : html`<p>Not computed: ${found.reason}.</p>`}
${simpleTable(['Trained on', 'Accuracy', 'Precision', 'Recall', 'F1', 'ROC AUC'], [row('synthetic, boosted trees', found.tstr), row('real, boosted trees', found.trtr), row('synthetic, logistic', found.logistic.tstr), row('real, logistic', found.logistic.trtr)])}
${
  found.bySlice.length === 0
    ? null
    : html`<h3>Worst slices</h3>${simpleTable(
        ['Slice', 'Rows', 'Synthetic', 'Real', 'Gap'],
        found.bySlice
          .slice(0, 5)
          .map((each) => [
            `${each.column}: ${each.slice}`,
            whole(each.n),
            decimal(each.tstr),
            decimal(each.trtr),
            decimal(each.gap),
          ]),
      )}`
}`;
}

function privacy({ privacy: found }: Report): Markup {
  const { kAnonymity, distances } = found;
  const names = ['smallest', '5%', '25%', 'median', '75%', '95%', 'largest'];
  return html`<h2>Privacy</h2>
${distances === null ? null : simpleTable(['Distance to the closest real row', ...names], [['synthetic', ...distances.synthetic.map((each) => decimal(each, 4))], ...(distances.unseen === null ? [] : [['unseen real', ...distances.unseen.map((each) => decimal(each, 4))]])])}
${kAnonymity.quasiIdentifiers.length === 0 ? null : html`<p>By ${kAnonymity.quasiIdentifiers.join(', ')}: ${whole(kAnonymity.pointsToOne)} synthetic rows point to exactly one real row, ${whole(kAnonymity.pointsToFew)} to fewer than five.</p>`}
${
  found.riskiest.length === 0
    ? null
    : html`<h3>Rows to look at first</h3>${simpleTable(
        ['Synthetic row', 'Real row', 'Distance', 'Why'],
        found.riskiest
          .slice(0, 10)
          .map((each) => [whole(each.row + 1), whole(each.realRow + 1), decimal(each.distance, 4), each.why]),
      )}`
}`;
}

function bias({ bias: found }: Report): Markup {
  if (found.questions.length === 0) return html`<h2>Bias</h2><p>No sensitive column was named.</p>`;
  return html`<h2>Bias</h2>${found.questions.map(
    (question) =>
      html`<h3>${question.groups.join(' and ')}</h3>${simpleTable(
        ['Group', 'Share real', 'Share synthetic', 'Rate real', 'Rate synthetic'],
        question.differences.slice(0, 30).map((each) => {
          const key = JSON.stringify(each.group);
          const of = (side: typeof question.real) =>
            side.groups.find((group) => JSON.stringify(group.group) === key);
          const [before, after] = [of(question.real), of(question.synthetic)];
          return [
            each.group.map((part) => part ?? 'missing').join(', '),
            percent(before?.share.estimate ?? null),
            percent(after?.share.estimate ?? null),
            percent(before?.outcome?.rate?.estimate ?? null),
            percent(after?.outcome?.rate?.estimate ?? null),
          ];
        }),
      )}`,
  )}`;
}

const STATES = {
  covered: 'covered',
  short: 'too few',
  missing: 'missing',
  'not-expressible': 'cannot be asked',
  'not-expressed': 'not yet expressed',
} as const satisfies Record<ScenarioState, string>;

function scenarios({ scenarios: found }: Report): Markup | null {
  if (found === null) return null;
  const { covered, expressed } = scenarioCoverage(found);
  return html`<h2>Scenarios</h2>
<p>By version ${found.list.number} of the list, ${covered} of ${expressed} expressed scenarios are covered.</p>
${simpleTable(
  ['Scenario', 'Importance', 'State', 'Rows', 'Needed', 'Which rows'],
  found.items.map(({ scenario, state, matching, needed, reason }) => [
    scenario.name,
    scenario.importance,
    STATES[state],
    matching === null ? (reason ?? '–') : whole(matching),
    needed === null ? '–' : whole(needed),
    scenario.where === null ? '–' : formatPredicate(scenario.where),
  ]),
)}`;
}

/** Where the page of a metric lies in the documentation that comes with the software. */
const pageOf = (metric: MetricId): string => `docs/metrics/${metric}.md`;

function pageOfGate({ metric }: GateResult): Markup | null {
  const known = gateMetricIds.find((each) => each === metric);
  return known === undefined ? null : html`<br><span class="soft">${pageOf(gateMetrics[known].of)}</span>`;
}

/** The figures of a report with the page of each: a printed report has nothing to click. */
function meanings(): Markup {
  const { source: _ofSources, pictures: _ofPictures, ...ofReports } = metricStages;
  return html`<h2>What the figures mean</h2>
<p class="soft">Each has a page in the documentation: definition, convention, when it misleads, what to do.</p>
${simpleTable(
  ['Figure', 'Page'],
  Object.values(ofReports)
    .flat()
    .map((metric) => [metricDefinition(metric).name, pageOf(metric)]),
)}`;
}
