import type { CommandContext } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { notify } from '../notifications/notify.ts';
import type { SourceRow } from '../sources/source-record.ts';
import { managersOf } from './release-notice.ts';
import { releaseMark, todayOf } from './release-record.ts';

/** Whoever manages the project hears which releases stand on terms that do not hold any more. */
export async function tellOfReleases(deps: Deps, { t }: CommandContext, source: SourceRow): Promise<void> {
  const versions = await t.sources.versions(source.id);
  const made = await t.sources.dependents(versions.map((version) => version.id));
  const managers = await managersOf(t, source.projectId);
  const today = todayOf(deps);
  for (const releaseId of new Set(made.flatMap(({ toType, toId }) => (toType === 'release' ? [toId] : [])))) {
    const row = await t.releases.get(releaseId);
    if (row === null || releaseMark(row, today).standing !== 'in-force') continue;
    await notify(deps, t, {
      userIds: managers,
      except: null,
      kind: 'release.terms-broken',
      subject: { projectId: row.projectId, releaseId, number: row.number, name: source.name },
      link: `/releases/${releaseId}`,
    });
  }
}
