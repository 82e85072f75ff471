import type { FailureText } from '@assay/contracts';
import { decideRelease, imageImportStatesBefore, runStatesBefore } from '@assay/domain';
import type { CommandContext } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobEnd } from '../jobs/job-end.ts';
import { releaseStateOf } from '../releases/release-record.ts';

type EndedJob = { id: string; kind: string; subject: { type: string; id: string } };

/** A run, report, batch or pattern whose job ended without its result ends with it; in the transaction that ended the job. */
export async function endWithJob(
  deps: Deps,
  { t }: Pick<CommandContext, 't'>,
  job: EndedJob,
  end: JobEnd,
): Promise<void> {
  if (end.status === 'SUCCEEDED') return;
  const change = {
    status: end.status,
    finishedAt: deps.clock.now(),
    ...(end.status === 'FAILED' ? { failure: failureText(end.failure) } : {}),
  };
  const runOf = async (runId: string) => {
    const moved = await t.runs.move(runId, runStatesBefore(end.status), change);
    // Its other parts would make rows that nobody waits for.
    if (moved) {
      for (const other of await t.jobs.openFor(runId)) {
        if (other.id !== job.id) await t.jobs.requestCancel(other.id, deps.clock.now());
      }
    }
  };
  if (job.subject.type === 'batch') {
    await t.batches.move(job.subject.id, ['BUILDING'], end.status, change);
  }
  if (job.subject.type === 'labelImport') {
    const { failure } = change;
    if (job.kind === 'label-import.commit') {
      // Of what was to be taken nothing was: it can be taken again.
      const change = failure === undefined ? {} : { failure };
      await t.labelImports.move(job.subject.id, ['COMMITTING'], 'REVIEW', change);
    } else {
      await t.labelImports.move(job.subject.id, ['READING'], 'FAILED', {
        failure: failure ?? READING_STOPPED,
      });
    }
  }
  if (job.subject.type === 'imageImport') {
    // What was read until then stays; trying the job again goes on behind it.
    await t.imageImports.move(job.subject.id, imageImportStatesBefore(end.status), end.status, {
      finishedAt: change.finishedAt,
      ...(change.failure === undefined ? {} : { failure: change.failure }),
    });
  }
  if (job.subject.type === 'version') {
    // A stopped version holds nothing; trying it again takes hold anew.
    if (await t.versions.move(job.subject.id, ['QUEUED', 'RUNNING'], change)) {
      await t.blobs.release({ type: 'version', id: job.subject.id });
    }
  }
  if (job.subject.type === 'export') {
    await t.versionExports.move(job.subject.id, ['QUEUED', 'RUNNING'], change);
  }
  if (job.subject.type === 'release') {
    // There is no half of a final validation: one that was stopped failed, and can be tried again.
    const release = await t.releases.lock(job.subject.id);
    const failed = release === null ? null : decideRelease(releaseStateOf(release), { kind: 'fail' });
    if (release !== null && failed !== null && typeof failed !== 'string') {
      await t.releases.move(release.id, [release.status], {
        status: failed.status,
        failure: change.failure ?? STOPPED,
      });
    }
    for (const report of await t.releases.reports(job.subject.id)) {
      await t.reports.move(report.id, ['QUEUED', 'RUNNING'], change);
    }
  }
  if (job.subject.type === 'pattern') {
    const { failure } = change;
    await t.patterns.fail(job.subject.id, failure);
  }
  if (job.subject.type === 'run') await runOf(job.subject.id);
  if (job.subject.type === 'report') {
    await t.reports.move(job.subject.id, ['QUEUED', 'RUNNING'], change);
    const report = await t.reports.get(job.subject.id);
    if (report?.runId) await runOf(report.runId);
  }
}

const READING_STOPPED: FailureText = {
  code: 'conflict',
  message: 'The reading of the file was stopped.',
  kept: 'The file is kept.',
  next: 'Read it again, or give the import up.',
};

const STOPPED: FailureText = {
  code: 'conflict',
  message: 'The final validation was cancelled.',
  kept: 'Test rows that were read before are counted.',
  next: 'Try it again, or withdraw the release.',
};

function failureText({ code, message, kept, next }: FailureText): FailureText {
  return { code, message, kept, next };
}
