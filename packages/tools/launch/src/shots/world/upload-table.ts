import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

/** How long reading or importing a small table may take on a busy machine. */
const IMPORT_MS = 120_000;

type Imported = { sourceId: string; versionId: string };

/** A file that arrived whole. */
export async function upload(
  session: ApiSession,
  projectId: string,
  fileName: string,
  content: string | Uint8Array,
): Promise<string> {
  const bytes = Buffer.from(content);
  const { id } = await session.api.upload.create.mutate({ projectId, fileName, size: bytes.length });
  const answer = await session.request(`/api/uploads/${id}`, {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'tus-resumable': '1.0.0',
    },
  });
  if (answer.status !== 204) throw new Error(`The upload of ${fileName} was answered with ${answer.status}.`);
  return id;
}

/** Waits until a version is no longer worked on, and gives where it came to. */
async function settled({ api }: ApiSession, versionId: string) {
  return eventually(
    async () => {
      const version = await api.sourceVersion.get.query({ versionId });
      if (version.status === 'STAGING' || version.status === 'COMMITTING') throw new Error('It is not done.');
      return version;
    },
    { timeout: IMPORT_MS, interval: 250 },
  );
}

async function commit(session: ApiSession, versionId: string): Promise<void> {
  const { revision, status } = await settled(session, versionId);
  if (status !== 'REVIEW') throw new Error(`A table to be imported is ${status}.`);
  await session.api.sourceVersion.commit.mutate({ versionId, revision, columns: [] });
  const after = await settled(session, versionId);
  if (after.status !== 'READY') throw new Error(`A table that was imported is ${after.status}.`);
}

/** A new source from a table, taken as far as `until`: read and waiting for a person, or imported. */
export async function uploadTable(
  session: ApiSession,
  table: { projectId: string; name: string; fileName: string; text: string; until: 'read' | 'imported' },
): Promise<Imported> {
  const uploadId = await upload(session, table.projectId, table.fileName, table.text);
  const { id, versionId } = await session.api.source.create.mutate({
    projectId: table.projectId,
    name: table.name,
    uploadId,
  });
  if (table.until === 'read') await settled(session, versionId);
  else await commit(session, versionId);
  return { sourceId: id, versionId };
}

/** Newer data for a source. */
export async function uploadRefresh(
  session: ApiSession,
  table: { projectId: string; sourceId: string; fileName: string; text: string },
): Promise<Imported> {
  const uploadId = await upload(session, table.projectId, table.fileName, table.text);
  const { versionId } = await session.api.source.refresh.mutate({ sourceId: table.sourceId, uploadId });
  await commit(session, versionId);
  return { sourceId: table.sourceId, versionId };
}
