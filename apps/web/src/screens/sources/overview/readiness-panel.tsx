'use client';

import { overridableCodes } from '@assay/domain';
import {
  Badge,
  Button,
  Callout,
  Card,
  ConfirmDialog,
  DateTime,
  LinkButton,
  TextLink,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Info, ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Source } from '../use-source.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { readinessPlace } from './readiness-links.ts';

type Item = Source['readiness']['missing'][number];

/** What keeps the source from being synthesised, each sentence leading to where it is mended; or what comes next. */
export function ReadinessPanel({
  source,
  mayOverride,
  mayWriteRecipe = false,
}: {
  source: Source;
  mayOverride: boolean;
  /** Offers to write a recipe from a source that is ready. */
  mayWriteRecipe?: boolean;
}) {
  const t = useTranslations('sources.readiness');
  const { path } = useOrg();
  const { ready, missing } = source.readiness;
  const blockers = missing.filter((item) => item.severity === 'blocker');
  const advice = missing.filter((item) => item.severity === 'advice');
  const overridable = overridableCodes(source.readiness).some(
    (code) => !missing.some((item) => item.code === code && item.overridden),
  );
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          {ready ? (
            <CircleCheck aria-hidden className="size-5 text-good-text" />
          ) : (
            <CircleAlert aria-hidden className="size-5 text-warn-text" />
          )}
          {ready ? t('readyTitle') : t('notReadyTitle')}
        </span>
      }
      description={ready ? t('readyBody') : t('notReadyBody')}
      actions={
        mayOverride && overridable ? (
          <OverrideDialog source={source} />
        ) : ready && mayWriteRecipe ? (
          <LinkButton
            variant="primary"
            href={path(`/projects/${source.projectId}/recipes/new?source=${source.id}`)}
          >
            {t('writeRecipe')}
          </LinkButton>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        <Items title={t('blockers')} items={blockers} sourceId={source.id} />
        <Items title={t('advice')} items={advice} sourceId={source.id} />
        {source.terms.override === null ? null : <OverrideNote source={source} mayOverride={mayOverride} />}
        {!mayOverride && overridable ? (
          <p className="text-xs text-fg-muted">{t('overrideNotAllowed')}</p>
        ) : null}
      </div>
    </Card>
  );
}

function Items({ title, items, sourceId }: { title: string; items: readonly Item[]; sourceId: string }) {
  const t = useTranslations('sources.readiness');
  const { path } = useOrg();
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-fg-muted">{title}</h3>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.code} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="flex min-w-0 flex-1 basis-60 items-start gap-2 text-sm">
              {item.severity === 'advice' ? (
                <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-info-text" />
              ) : item.overridden ? (
                <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
              ) : (
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad-text" />
              )}
              <span className="wrap-anywhere">{item.sentence}</span>
              {item.overridden ? <Badge tone="warn">{t('overridden')}</Badge> : null}
            </span>
            <TextLink href={path(`/sources/${sourceId}${readinessPlace(item.code)}`)} className="text-sm">
              {t(`go.${item.code}`)}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OverrideNote({ source, mayOverride }: { source: Source; mayOverride: boolean }) {
  const t = useTranslations('sources.readiness');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const withdraw = useMutation(trpc.source.withdrawOverride.mutationOptions());
  const { override } = source.terms;
  if (override === null) return null;
  return (
    <Callout
      tone="warn"
      title={t('overrideTitle', { name: source.overrideByName ?? common('unknownPerson') })}
      actions={
        mayOverride ? (
          <ConfirmDialog
            title={t('withdrawTitle')}
            description={t('withdrawBody')}
            confirmLabel={t('withdraw')}
            onConfirm={async () => {
              await withdraw.mutateAsync({ sourceId: source.id, revision: source.revision });
              toast({ title: t('withdrawn') });
              await queryClient.invalidateQueries(trpc.source.pathFilter());
            }}
            trigger={<Button size="sm">{t('withdraw')}</Button>}
          />
        ) : undefined
      }
    >
      <p>{override.reason}</p>
      <p className="mt-1 text-xs text-fg-secondary">
        <DateTime at={override.at} /> · {t('covers', { count: override.covers.length })}
      </p>
    </Callout>
  );
}
