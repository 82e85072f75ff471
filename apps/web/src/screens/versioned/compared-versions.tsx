'use client';

import { Button, Field, Select } from '@assay/ui';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useUrlParams } from '~/shell/use-url-params.ts';
import type { Area } from './area.ts';

type Version = { id: string; number: number; note: string };
type Pair<V> = { before: V; after: V };

/** The two versions that the address names, else the newest and the one before it; null while there is only one. */
export function useComparedVersions<V extends Version>(versions: readonly V[]): Pair<V> | null {
  const { params } = useUrlParams();
  const known = (id: string | null) => versions.find((version) => version.id === id);
  const after = known(params.get('after')) ?? versions[0];
  const before =
    known(params.get('before')) ??
    versions.find((version) => version.number === (after?.number ?? 0) - 1) ??
    versions.at(-1);
  return versions.length < 2 || before === undefined || after === undefined ? null : { before, after };
}

/** Chooses the two versions that are compared, or changes their places. */
export function VersionPair({
  area,
  versions,
  pair: { before, after },
}: {
  area: Area;
  versions: readonly Version[];
  pair: Pair<Version>;
}) {
  const t = useTranslations(`${area}.compare`);
  const words = useTranslations(area);
  const { replace } = useUrlParams();
  const options = versions.map((version) => ({
    value: version.id,
    label: [words('version', { number: version.number }), version.note].filter(Boolean).join(': '),
  }));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('before')} className="min-w-0 flex-1 basis-60">
        <Select
          value={before.id}
          onChange={(event) => replace({ before: event.target.value, after: after.id })}
          options={options}
        />
      </Field>
      <Field label={t('after')} className="min-w-0 flex-1 basis-60">
        <Select
          value={after.id}
          onChange={(event) => replace({ before: before.id, after: event.target.value })}
          options={options}
        />
      </Field>
      <Button
        icon={<ArrowLeftRight aria-hidden />}
        onClick={() => replace({ before: after.id, after: before.id })}
      >
        {t('swap')}
      </Button>
    </div>
  );
}
