'use client';

import { NO_OWN_KEYS, type WorkbenchCommand } from '@assay/contracts';
import { type KeysInForce, labelKeysOf } from '@assay/domain';
import { Button, Callout, Dialog, Kbd } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { refusalOf } from '~/trpc/client.tsx';
import type { WorkBatch } from '../desk/desk-types.ts';
import { hasProposals } from '../desk/proposed-of.ts';
import { KeyRow } from './key-row.tsx';
import { shownKeys } from './shown-keys.ts';
import type { OwnKeys } from './use-own-keys.ts';

/** Labels whose keys are listed at most; the others stand beside the labels. */
const MOST_LABELS = 20;

/** All keys of the workbench that are in force, with those of this label schema; and other keys for its commands. */
export function KeysDialog({
  batch,
  keys,
  own,
  more,
  onOpenChange,
}: {
  batch: WorkBatch;
  keys: KeysInForce;
  own: OwnKeys;
  /** Keys of the place where one works, which are as they are. */
  more?: { title: string; items: readonly { keys: string; label: string }[] };
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('work.keys');
  const [isChanging, setChanging] = useState(false);
  const [said, setSaid] = useState('');
  const { questions } = batch.schema;
  const hasCells = questions.some((each) => each.kind === 'cells');
  const labelKeys = labelKeysOf(batch.schema);
  // What means nothing in this batch is left out, unless one changes keys: they hold everywhere.
  const idle = new Set<WorkbenchCommand>([
    ...(hasProposals(batch) ? [] : (['accept'] as const)),
    ...(hasCells ? [] : (['flag', 'nextCell', 'previousCell'] as const)),
    ...(questions.length > 1 ? [] : (['nextQuestion', 'previousQuestion'] as const)),
    ...(batch.guidelineId === null ? (['guideline'] as const) : []),
  ]);
  const rows = (...commands: WorkbenchCommand[]): ReactNode =>
    commands
      .filter((command) => isChanging || !idle.has(command))
      .map((command) => (
        <KeyRow
          key={command}
          command={command}
          own={own.document}
          inForce={keys}
          labelKeys={labelKeys}
          isChanging={isChanging}
          onChoose={own.choose}
          onSay={setSaid}
        />
      ));
  const refusal = own.error === null ? null : refusalOf(own.error);
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t('title')}
      size="lg"
      footer={
        isChanging ? (
          <>
            <Button
              variant="quiet"
              disabled={Object.keys(own.document.keys).length === 0}
              onClick={() => own.choose(NO_OWN_KEYS)}
            >
              {t('resetAll')}
            </Button>
            <Button variant="primary" onClick={() => setChanging(false)}>
              {t('done')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setChanging(true)} disabled={own.isUnread}>
            {t('change')}
          </Button>
        )
      }
    >
      <p role="status" className="sr-only">
        {said}
      </p>
      {refusal !== null ? (
        <div className="mb-4">
          <Callout tone="bad" announce="alert" title={refusal.message}>
            {[refusal.kept, refusal.next].filter((text) => text !== null).join(' ')}
          </Callout>
        </div>
      ) : null}
      {own.isWaiting || own.isUnread ? (
        <div className="mb-4">
          <Callout tone="warn" announce="status" title={own.isUnread ? t('unread') : t('unsaved')} />
        </div>
      ) : null}
      <div className="gap-x-10 sm:columns-2">
        <Group title={t('answers')}>
          {[...labelKeys].slice(0, MOST_LABELS).map(([key, name]) => (
            <Fixed key={key} keys={shownKeys(key)} label={name} />
          ))}
          {rows('accept', 'nextQuestion', 'previousQuestion')}
        </Group>
        <Group title={t('row')}>
          {rows('plausible', 'implausible', 'unsure', 'artefact', 'flag')}
          {rows('nextCell', 'previousCell', 'comment')}
        </Group>
        <Group title={t('work')}>
          {rows('submit', 'submitTyping')}
          <Fixed keys="Esc" label={t('leave')} />
          {rows('skip', 'undo', 'about', 'guideline', 'pause', 'keys')}
        </Group>
        {more === undefined ? null : (
          <Group title={more.title}>
            {more.items.map((each) => (
              <Fixed key={each.keys} {...each} />
            ))}
          </Group>
        )}
      </div>
      {isChanging ? <p className="text-sm text-fg-muted">{t('fixed')}</p> : null}
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="pb-1 text-sm font-semibold text-fg">{title}</h3>
      <ul className="divide-y divide-line text-sm">{children}</ul>
    </section>
  );
}

function Fixed({ keys, label }: { keys: string; label: string }) {
  return (
    <li className="flex items-center justify-between gap-4 py-1.5">
      <span className="min-w-0 text-fg-secondary wrap-anywhere">{label}</span>
      <Kbd keys={keys} />
    </li>
  );
}
