import { AssayError, type GateResult, type PolicyRef, type Report, type Verdict } from '@assay/contracts';
import { type Actor, judgeReport } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { resolvePolicy } from '../policies/policy-record.ts';
import { asJson } from '../sources/source-record.ts';
import { type ReportRow, requireDocument, requireReport } from './report-record.ts';
import { summaryOf } from './report-summary.ts';

type Judged = { verdict: Verdict; gates: GateResult[] };

async function read(deps: Deps, actor: Actor, reportId: string): Promise<{ row: ReportRow; report: Report }> {
  const row = await query(deps, actor, (t) => requireReport(t, reportId));
  return { row, report: await requireDocument(deps, row) };
}

/** What a finished report would be by another policy; nothing is changed. */
export async function tryPolicy(
  deps: Deps,
  actor: Actor,
  input: { reportId: string; policyRef: PolicyRef },
): Promise<Judged> {
  const { row, report } = await read(deps, actor, input.reportId);
  const { document } = await query(deps, actor, (t) => resolvePolicy(t, row.projectId, input.policyRef));
  return judgeReport(report, document);
}

/**
 * Judges a finished report by another policy, without computing anything again. Its verdict follows, and with it
 * whether its run is ready. Every judgement stays on record.
 */
export async function rejudgeReport(
  deps: Deps,
  actor: Actor,
  input: { reportId: string; policyRef: PolicyRef },
): Promise<Judged & { judgementId: string }> {
  const { report } = await read(deps, actor, input.reportId);
  const judgementId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const row = await requireReport(t, input.reportId);
    if (row.releaseId !== null) {
      throw new AssayError(
        'conflict',
        'The report of a release is judged once, by the policy that it was asked for with.',
        {
          kept: 'Nothing was changed.',
          next: 'Ask for another release of the version with the other policy.',
        },
      );
    }
    const { document } = await resolvePolicy(t, row.projectId, input.policyRef);
    const judged = judgeReport(report, document);
    const moved = await t.reports.move(row.id, ['READY'], {
      verdict: judged.verdict,
      policyRef: input.policyRef,
      policy: asJson(document),
      summary: asJson(summaryOf({ ...report, ...judged })),
    });
    if (!moved) throw new AssayError('not-ready', 'This report is not finished.');
    await t.reports.addJudgement({
      id: judgementId,
      reportId: row.id,
      policyRef: input.policyRef,
      policy: asJson(document),
      gates: asJson(judged.gates),
      verdict: judged.verdict,
      createdBy: actor.userId,
    });
    if (row.runId !== null && (await isNewest(t, row))) {
      await t.runs.move(row.runId, [judged.verdict === 'passed' ? 'BLOCKED' : 'READY'], {
        status: judged.verdict === 'passed' ? 'READY' : 'BLOCKED',
      });
    }
    await record({
      action: 'report.judged',
      object: { type: 'report', id: row.id },
      projectId: row.projectId,
      details: {
        policy: document.name,
        policyRef: input.policyRef,
        was: row.verdict,
        verdict: judged.verdict,
      },
      alsoTouched: row.runId === null ? [] : [{ type: 'run', id: row.runId }],
    });
    return { ...judged, judgementId };
  });
}

/** Only the newest report decides on its run. */
async function isNewest(t: Parameters<Parameters<typeof query>[2]>[0], row: ReportRow): Promise<boolean> {
  const [newest] = await t.reports.ofRuns([row.runId ?? '']);
  return newest?.id === row.id;
}
