'use client';

import type { WorkbenchCommand, WorkbenchKeys } from '@assay/contracts';
import {
  chooseKey,
  DEFAULT_KEYS,
  judgeKey,
  type KeyConflict,
  type KeysInForce,
  keysInForce,
  strokesOf,
  strokeToKeep,
} from '@assay/domain';
import { Badge, Button, Kbd } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { pressOf } from './press-of.ts';
import { shownKeys, spokenKeys } from './shown-keys.ts';

type Props = {
  command: WorkbenchCommand;
  own: WorkbenchKeys;
  inForce: KeysInForce;
  labelKeys: ReadonlyMap<string, string>;
  isChanging: boolean;
  onChoose: (document: WorkbenchKeys) => void;
  onSay: (words: string) => void;
};

/** One command with its key; while keys are changed, the key is a button that takes the next press. */
export function KeyRow(props: Props) {
  const { command, own, inForce, labelKeys, isChanging } = props;
  const t = useTranslations('work.keys');
  const stroke = inForce[command];
  const mine = own.keys[command];
  const label = mine === null || mine === undefined ? undefined : labelKeys.get(mine);
  return (
    <li className="flex flex-col gap-1 py-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 text-fg-secondary">
          {t(command)} {mine === undefined ? null : <Badge tone="accent">{t('yours')}</Badge>}
        </span>
        {isChanging ? <KeyChanger {...props} /> : <KeySign stroke={stroke} />}
      </div>
      {label !== undefined ? (
        <p className="text-xs text-fg-muted">{t('gaveWay', { own: shownKeys(mine ?? ''), label })}</p>
      ) : stroke === null && mine === undefined && DEFAULT_KEYS[command] !== null ? (
        <p className="text-xs text-fg-muted">{t('lostKey')}</p>
      ) : null}
    </li>
  );
}

function KeySign({ stroke }: { stroke: string | null }) {
  const t = useTranslations('work.keys');
  if (stroke === null) return <span className="text-fg-muted italic">{t('none')}</span>;
  return <Kbd keys={shownKeys(stroke)} />;
}

function KeyChanger({ command, own, inForce, labelKeys, onChoose, onSay }: Props) {
  const t = useTranslations('work.keys');
  const button = useRef<HTMLButtonElement>(null);
  const [isListening, setListening] = useState(false);
  const [refused, setRefused] = useState<{ stroke: string; conflict: KeyConflict } | null>(null);
  // Without the labels of this batch: what somebody chose, in whichever batch.
  const stroke = keysInForce(own)[command];
  const standard = DEFAULT_KEYS[command];
  const name = (key: string | null) => (key === null ? t('none') : spokenKeys(key));

  const stop = () => {
    setListening(false);
    setRefused(null);
  };
  const give = (key: string | null) => {
    stop();
    onChoose(chooseKey(own, command, key));
    const said = { command: t(command), key: name(key) };
    onSay(key === null ? t('hasNone', said) : t('isNow', said));
    button.current?.focus();
  };
  const wordsOf = (conflict: KeyConflict, pressed: string): string => {
    const key = spokenKeys(pressed);
    if (conflict.kind === 'label') return t('conflict.label', { key, label: conflict.label });
    if (conflict.kind === 'command') return t('conflict.command', { key, command: t(conflict.command) });
    return t(`conflict.${conflict.why}`, { key });
  };
  const take = (event: KeyboardEvent) => {
    // Each way to write the press would do something: all have to be free.
    const strokes = strokesOf(pressOf(event));
    const pressed = strokeToKeep(pressOf(event));
    if (pressed === null) return;
    if (refused?.stroke === pressed && refused.conflict.kind === 'command' && refused.conflict.canExchange) {
      give(pressed);
      return;
    }
    const conflicts = strokes.flatMap((each) => judgeKey(own, command, each, labelKeys) ?? []);
    const conflict = conflicts[0];
    if (conflict === undefined) {
      give(pressed);
      return;
    }
    setRefused({ stroke: pressed, conflict });
    const again = conflict.kind === 'command' && conflict.canExchange ? ` ${t('pressAgain')}` : '';
    onSay(`${wordsOf(conflict, pressed)}${again}`);
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!isListening) return;
    // Before the dialog hears of it, which Escape would close.
    const listen = (event: KeyboardEvent) => {
      if (document.activeElement !== button.current || event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat || event.isComposing) return;
      if (event.key === 'Escape') {
        setListening(false);
        setRefused(null);
      } else latest.current(event);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isListening]);
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) stop();
  };
  const other = refused?.conflict.kind === 'command' ? refused.conflict : null;
  return (
    <div className="contents" {...{ onBlur: leave }}>
      <button
        ref={button}
        type="button"
        aria-pressed={isListening}
        aria-label={t('changeOne', { command: t(command), key: name(stroke) })}
        className="inline-flex min-h-8 min-w-12 items-center justify-center rounded-md border border-line bg-surface px-2 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected pointer-coarse:min-h-11"
        onClick={() => {
          if (isListening) return;
          setListening(true);
          onSay(t('pressFor', { command: t(command) }));
          // A press with the pointer focuses it in every browser then.
          button.current?.focus();
        }}
      >
        <KeySign stroke={stroke} />
      </button>
      {isListening ? (
        <div className="flex w-full min-w-0 flex-col items-end gap-1 text-right text-xs">
          <p className={refused === null ? 'text-fg-muted' : 'text-bad-text'}>
            {refused === null ? t('press') : wordsOf(refused.conflict, refused.stroke)}
          </p>
          <span className="flex flex-wrap justify-end gap-1">
            {other?.canExchange === true ? (
              <Button size="sm" onClick={() => give(refused?.stroke ?? null)}>
                {t(stroke === null ? 'exchangeNone' : 'exchange')}
              </Button>
            ) : null}
            {own.keys[command] === undefined ? null : (
              <Button size="sm" variant="quiet" onClick={() => give(standard)}>
                {standard === null ? t('resetNone') : t('reset', { key: shownKeys(standard) })}
              </Button>
            )}
            {inForce[command] === null && stroke === null ? null : (
              <Button size="sm" variant="quiet" onClick={() => give(null)}>
                {t('takeAway')}
              </Button>
            )}
          </span>
        </div>
      ) : null}
    </div>
  );
}
