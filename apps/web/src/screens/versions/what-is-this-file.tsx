'use client';

import {
  Button,
  Callout,
  Card,
  DateTime,
  EmptyState,
  Field,
  FileDrop,
  Input,
  PageHeader,
  Spinner,
  TextLink,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReleaseMarks } from '../releases/release-badges.tsx';
import { HASH, hashFile, MOST_HASHED_BYTES } from './hash-file.ts';
import { versionPath } from './use-version.ts';

type Hashing = { name: string; state: 'hashing' | 'too-large' | 'failed' };

/** Finds the version that a file is of. The file stays with the reader: only its hash is sent. */
export function WhatIsThisFile() {
  const t = useTranslations('versions.file');
  const crumbs = useCrumbs();
  const { params, replace } = useUrlParams();
  const sha256 = params.get('sha256') ?? '';
  const [typed, setTyped] = useState(sha256);
  const [hashing, setHashing] = useState<Hashing | null>(null);
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined) return;
    if (file.size > MOST_HASHED_BYTES) return setHashing({ name: file.name, state: 'too-large' });
    setHashing({ name: file.name, state: 'hashing' });
    try {
      const found = await hashFile(file);
      setTyped(found);
      setHashing(null);
      replace({ sha256: found });
    } catch {
      setHashing({ name: file.name, state: 'failed' });
    }
  };
  const valid = HASH.test(typed.trim().toLowerCase());
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} breadcrumbs={crumbs([{ label: t('title') }])} />
      <div className="flex max-w-3xl flex-col gap-6">
        <Card>
          <div className="flex flex-col gap-6">
            <FileDrop
              label={t('drop')}
              hint={t('dropHint')}
              disabled={hashing?.state === 'hashing'}
              onFiles={(files) => void take(files)}
            >
              {hashing?.state === 'hashing' ? (
                <p role="status" className="flex items-center gap-2 text-sm">
                  <Spinner /> {t('hashing', { name: hashing.name })}
                </p>
              ) : null}
            </FileDrop>
            {hashing === null || hashing.state === 'hashing' ? null : (
              <Callout tone="warn" announce="status" title={t(hashing.state)}>
                {t('byHand')}
              </Callout>
            )}
            <form
              className="flex flex-wrap items-end gap-3"
              onSubmit={(event) => {
                event.preventDefault();
                if (valid) replace({ sha256: typed.trim().toLowerCase() });
              }}
            >
              <Field label={t('hash')} className="min-w-0 flex-1 basis-80">
                <Input
                  value={typed}
                  spellCheck={false}
                  className="font-mono"
                  maxLength={80}
                  onChange={(event) => setTyped(event.target.value)}
                />
              </Field>
              <Button type="submit" variant="primary" disabled={!valid}>
                {t('find')}
              </Button>
            </form>
          </div>
        </Card>
        {HASH.test(sha256) ? <Found sha256={sha256} /> : null}
      </div>
    </>
  );
}

function Found({ sha256 }: { sha256: string }) {
  const t = useTranslations('versions.file');
  const exports = useTranslations('versions.exports');
  const words = useTranslations('versions');
  const trpc = useTRPC();
  const { path } = useOrg();
  const query = useQuery(trpc.version.identify.queryOptions(HASH.test(sha256) ? { sha256 } : skipToken));
  return (
    <QueryState query={query}>
      {({ found }) =>
        found.length === 0 ? (
          <Card>
            <EmptyState icon={<SearchX />} title={t('unknownTitle')} description={t('unknownBody')} />
          </Card>
        ) : (
          <Card title={t('found', { count: found.length })}>
            <ul className="flex flex-col divide-y divide-line" aria-live="polite">
              {found.map((each) => (
                <li
                  key={`${each.versionId} ${each.export?.id ?? ''}`}
                  className="flex flex-col gap-1 py-3 text-sm"
                >
                  <span className="flex flex-wrap items-center gap-2 font-medium">
                    <TextLink href={path(versionPath(each.projectId, each.versionId))}>
                      {each.project}, {words('numbered', { number: each.number })}
                    </TextLink>
                    <ReleaseMarks releases={each.releases} />
                  </span>
                  {each.releases
                    .filter((release) => release.standing === 'withdrawn')
                    .map((release) => (
                      <Callout key={release.id} tone="bad" title={t('withdrawn', { number: release.number })}>
                        {release.withdrawReason}
                      </Callout>
                    ))}
                  {each.releases.length === 0 ? (
                    <span className="text-fg-secondary">{t('notReleased')}</span>
                  ) : null}
                  {each.export === null ? (
                    <span className="text-fg-secondary">{t('isRoot')}</span>
                  ) : (
                    <span className="text-fg-secondary wrap-anywhere">
                      {each.export.name} · {exports(`kinds.${each.export.kind}`)} ·{' '}
                      <DateTime at={each.export.at} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </QueryState>
  );
}
