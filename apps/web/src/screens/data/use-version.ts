'use client';

import { useUrlParams } from '~/shell/use-url-params.ts';
import { type Source, useSource } from '../sources/use-source.ts';

/** The version that a page of a source shows: the one in the address, or the current one. */
export function useVersion(sourceId: string) {
  const { params } = useUrlParams();
  const { source, may, mayNot } = useSource(sourceId);
  const wanted = params.get('version');
  const readable = readableVersions(source.data);
  const version =
    readable.find((each) => each.id === wanted) ??
    readable.find((each) => each.id === source.data?.currentVersionId) ??
    null;
  return { source: source.data, version, readable, may, mayNot };
}

export function readableVersions(source: Source | undefined) {
  return (source?.versions ?? []).filter((each) => each.status === 'READY');
}
