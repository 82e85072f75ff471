import { expect } from '@playwright/test';
import type { Person } from './person.ts';

type Place = { person: Person; org: string; projectId: string };

/** Sends a table and makes a source of it, by the API; it waits for its review then. */
export async function addSource(
  { person, org, projectId }: Place,
  table: { name: string; csv: string },
): Promise<{ id: string; versionId: string }> {
  const api = person.api(org);
  const bytes = Buffer.from(table.csv);
  const fileName = `${table.name}.csv`;
  const upload = await api.upload.create.mutate({ projectId, fileName, size: bytes.length });
  const answer = await person.context.request.patch(`/api/uploads/${upload.id}`, {
    data: bytes,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'tus-resumable': '1.0.0',
      'x-assay-org': org,
    },
  });
  expect(answer.status(), await answer.text()).toBe(204);
  return api.source.create.mutate({ projectId, name: table.name, uploadId: upload.id });
}

/** Orders the import of a version as it was read. */
export async function orderImport({ person, org }: Omit<Place, 'projectId'>, versionId: string) {
  const api = person.api(org);
  let revision = 0;
  await expect
    .poll(
      async () => {
        const version = await api.sourceVersion.get.query({ versionId });
        revision = version.revision;
        return version.status;
      },
      { timeout: 60_000 },
    )
    .toBe('REVIEW');
  return api.sourceVersion.commit.mutate({ versionId, revision, columns: [] });
}

/** A source whose table is imported. */
export async function importTable(place: Place, table: { name: string; csv: string }) {
  const source = await addSource(place, table);
  const { jobId } = await orderImport(place, source.versionId);
  await expect
    .poll(async () => (await place.person.api(place.org).job.get.query({ jobId })).status, {
      timeout: 60_000,
    })
    .toBe('SUCCEEDED');
  return source;
}
