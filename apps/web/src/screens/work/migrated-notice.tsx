'use client';

import { compareLabelSchemas } from '@assay/domain';
import { Button, Callout } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { DifferenceTable } from '../label-schemas/difference-table.tsx';
import type { Desk } from './desk/desk.ts';
import type { DeskState } from './desk/desk-types.ts';

/** That the labels of what is at hand were changed, what of them, and how to go on by the new ones. */
export function MigratedNotice({ desk, state }: { desk: Desk; state: DeskState }) {
  const t = useTranslations('work.migrated');
  const { migrated, following, held } = state;
  if (migrated === null) return null;
  const { before, now } = migrated;
  const first = held[0]?.batch;
  const isOlder = first?.id === now.id && first.labelSchemaVersionId !== now.labelSchemaVersionId;
  return (
    <Callout
      className="mb-4"
      announce="status"
      title={t('title', { batch: now.name })}
      {...(isOlder
        ? {
            actions: (
              <Button size="sm" loading={following} onClick={() => void desk.follow()}>
                {t('follow')}
              </Button>
            ),
          }
        : { onDismiss: desk.dismissMigrated })}
    >
      <p>{t(isOlder ? (following ? 'following' : 'older') : 'followed')}</p>
      <details className="mt-1">
        <summary className="cursor-pointer">{t('what')}</summary>
        <div className="mt-2 rounded-md border border-line bg-surface">
          <DifferenceTable differences={compareLabelSchemas(before.schema, now.schema)} />
        </div>
      </details>
    </Callout>
  );
}
