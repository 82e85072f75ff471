import { type ExportFileKind, exportFileKind, type RowsFormat, rowsFormat } from '@assay/contracts';
import { type Actor, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { type ReleaseMark, releaseMarks, todayOf } from '../releases/release-record.ts';

/** What a hash is known as. */
export type Identified = {
  /** A file that left as an export, or the root of a version. */
  as: 'file' | 'root';
  projectId: string;
  project: string;
  versionId: string;
  number: number;
  export: { id: string; kind: ExportFileKind; name: string; format: RowsFormat; at: Date } | null;
  /** Releases of the version as they stand today: of a file that left a release, that one. */
  releases: ReleaseMark[];
};

/** Which versions a file with this SHA-256 is of, or which have it as their root: of those that the actor may read. */
export function identifyFile(deps: Deps, actor: Actor, input: { sha256: string }): Promise<Identified[]> {
  return query(deps, actor, async (t) => {
    const projects = projectsWith(actor, 'version.read', await myProjectRoles(t, actor));
    if (projects?.length === 0) return [];
    const files = await t.versionExports.byHash(input.sha256, projects);
    const roots = await t.versions.byRoot(input.sha256, projects);
    const versions = new Map(
      (await t.versions.many(files.map((file) => file.export.versionId))).map((version) => [
        version.id,
        version.number,
      ]),
    );
    const marks = await releaseMarks(
      t,
      [...versions.keys(), ...roots.map((version) => version.id)],
      todayOf(deps),
    );
    const names = await t.projects.names([
      ...new Set([
        ...files.map((file) => file.export.projectId),
        ...roots.map((version) => version.projectId),
      ]),
    ]);
    return [
      ...files.map(
        (file): Identified => ({
          as: 'file',
          projectId: file.export.projectId,
          project: names.get(file.export.projectId) ?? '',
          versionId: file.export.versionId,
          number: versions.get(file.export.versionId) ?? 0,
          export: {
            id: file.exportId,
            kind: exportFileKind.parse(file.kind),
            name: file.name,
            format: rowsFormat.parse(file.export.format),
            at: file.export.createdAt,
          },
          releases: (marks.get(file.export.versionId) ?? []).filter(
            (mark) => mark.id === file.export.releaseId,
          ),
        }),
      ),
      ...roots.map(
        (version): Identified => ({
          as: 'root',
          projectId: version.projectId,
          project: names.get(version.projectId) ?? '',
          versionId: version.id,
          number: version.number,
          export: null,
          releases: marks.get(version.id) ?? [],
        }),
      ),
    ];
  });
}
