'use client';

import { type MigrationOperation, MOST_OPERATIONS } from '@assay/contracts';
import { describeOperation, planMigration } from '@assay/domain';
import { Button, Callout, Card, EmptyState, IconButton } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { FlaskConical, ListPlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { UnsavedGuard } from '../../sources/unsaved-guard.tsx';
import { newId } from '../../versioned/new-id.ts';
import type { LabelSchemaView } from '../label-schema-types.ts';
import { ApplyMigration } from './apply-migration.tsx';
import { DryRun } from './dry-run.tsx';
import { OperationForm } from './operation-form.tsx';
import { useOperationWords } from './operation-words.ts';

/** The operations of a migration that is being written, what they would do, and doing it. */
export function OperationsEditor({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.migrate');
  const trpc = useTRPC();
  const inWords = useOperationWords();
  const [operations, setOperations] = useState<readonly MigrationOperation[]>([]);
  const heading = useRef<HTMLSpanElement>(null);
  const planning = useMutation(trpc.labelSchema.planMigration.mutationOptions());
  const change = (next: readonly MigrationOperation[]) => {
    setOperations(next);
    // What was counted was of other operations.
    planning.reset();
  };
  const { document } = schema;
  const problems = operations.length === 0 ? [] : planMigration(document, operations, newId).problems;
  const plan = planning.data ?? null;
  const dryRun = () => planning.mutate({ labelSchemaId: schema.id, operations: [...operations] });
  const blocking = plan?.problems ?? problems;
  return (
    <>
      <UnsavedGuard dirty={operations.length > 0} />
      <Card
        title={
          <span ref={heading} tabIndex={-1}>
            {t('operations')}
          </span>
        }
        description={t('operationsAbout')}
      >
        <div className="flex flex-col gap-5">
          {operations.length >= MOST_OPERATIONS ? (
            <Callout>{t('mostOperations', { count: MOST_OPERATIONS })}</Callout>
          ) : (
            <OperationForm schema={document} onAdd={(operation) => change([...operations, operation])} />
          )}
          {operations.length === 0 ? (
            <EmptyState
              compact
              icon={<ListPlus aria-hidden />}
              title={t('empty')}
              description={t('emptyBody')}
            />
          ) : (
            <ol className="divide-y divide-line rounded-md border border-line">
              {operations.map((operation, at) => {
                const said = inWords(describeOperation(document, operation));
                return (
                  <li key={at} className="flex items-start gap-2 px-3 py-2 text-sm">
                    <span className="min-w-0 flex-1 py-1 wrap-anywhere">
                      <span className="mr-2 text-fg-muted">{at + 1}.</span>
                      {said}
                    </span>
                    <IconButton
                      size="sm"
                      label={t('remove', { operation: said })}
                      icon={<X aria-hidden />}
                      onClick={() => {
                        change(operations.toSpliced(at, 1));
                        heading.current?.focus();
                      }}
                    />
                  </li>
                );
              })}
            </ol>
          )}
          {blocking.length === 0 ? null : (
            <Callout tone="bad" title={t('problems', { count: blocking.length })}>
              <ul className="flex flex-col gap-1">
                {blocking.map(({ operation, message, next }, at) => (
                  <li key={at}>
                    {operation === null ? '' : `${operation + 1}. `}
                    {[message, next].filter((text) => text !== null).join(' ')}
                  </li>
                ))}
              </ul>
            </Callout>
          )}
          <RefusalCallout error={planning.error} />
          {operations.length === 0 ? null : (
            <Button
              variant={plan === null ? 'primary' : 'secondary'}
              className="self-start"
              icon={<FlaskConical aria-hidden />}
              loading={planning.isPending}
              disabled={problems.length > 0}
              onClick={dryRun}
            >
              {t(plan === null ? 'dryRun' : 'dryRunAgain')}
            </Button>
          )}
        </div>
      </Card>
      {plan === null ? null : (
        <section aria-labelledby="dry-run" className="flex flex-col gap-4">
          <h2 id="dry-run" className="text-base font-semibold">
            {t('plan.title')}
          </h2>
          <p role="status" className="sr-only">
            {t('plan.done')}
          </p>
          <DryRun plan={plan} />
          {blocking.length > 0 ? null : (
            <ApplyMigration
              schema={schema}
              operations={operations}
              plan={plan}
              onAgain={dryRun}
              onDone={() => {
                change([]);
                heading.current?.focus();
              }}
            />
          )}
        </section>
      )}
    </>
  );
}
