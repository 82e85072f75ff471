'use client';

import { type AnnotationAnswer, annotationAnswer, type WorkbenchCommand } from '@assay/contracts';
import {
  actOf,
  answerField,
  answerOfText,
  answerValue,
  boundsOf,
  cellsIn,
  didAct,
  draftFields,
  fillDown,
  type GridCellAt,
  type GridHistory,
  type GridRange,
  NO_ACTS,
  placePaste,
  readTsv,
  reverseAct,
  type TextRefusal,
  writeTsv,
} from '@assay/domain';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import type { Desk } from '../desk/desk.ts';
import type { Fields, HeldTask } from '../desk/desk-types.ts';
import { proposedOf } from '../desk/proposed-of.ts';
import { copiedText, type GridColumn, keyOnMany } from './grid-columns.ts';

type Wanted = { taskId: string; field: string; value: Fields[string] };
/** A text that was pasted and is no answer. */
export type Refused = { text: string; why: TextRefusal };

const START: GridCellAt = { row: 0, column: 0 };
export const refusedKey = (taskId: string, questionId: string) => `${taskId} ${questionId}`;

const answerIn = (fields: Fields, questionId: string): AnnotationAnswer | null => {
  const read = annotationAnswer.safeParse(fields[answerField(questionId)]);
  return read.success ? read.data : null;
};

/** What is chosen in a grid, and everything that changes many rows as one act. */
export function useGrid(desk: Desk, rows: readonly HeldTask[], columns: readonly GridColumn[]) {
  const t = useTranslations('work.grid');
  const [chosen, setRange] = useState<GridRange>({ from: START, to: START });
  const [history, setHistory] = useState<GridHistory>(NO_ACTS);
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const [said, setSaid] = useState('');
  // Acts follow one another within one drawing, so that each sees what the one before it did.
  const acts = useRef(history);

  const clamp = ({ row, column }: GridCellAt): GridCellAt => ({
    row: Math.max(0, Math.min(rows.length - 1, row)),
    column: Math.max(0, Math.min(columns.length - 1, column)),
  });
  const range: GridRange = { from: clamp(chosen.from), to: clamp(chosen.to) };
  const { top, bottom, left, right } = boundsOf(range);

  const fieldsOf = (taskId: string): Fields | null => {
    const held = desk.state().held.find((each) => each.task.id === taskId);
    return held === undefined ? null : draftFields(held.draft);
  };
  const answerOf = (held: HeldTask, questionId: string) => answerIn(draftFields(held.draft), questionId);
  const remember = (next: GridHistory) => {
    acts.current = next;
    setHistory(next);
  };
  const apply = (sets: ReadonlyMap<string, Fields>) => {
    for (const [taskId, set] of sets) desk.edit(taskId, set);
  };
  const unmark = (cells: readonly { taskId: string; field: string }[]) =>
    setRefused((before) => {
      const gone = new Set(cells.map(({ taskId, field }) => `${taskId} ${field.replace(/^answer:/, '')}`));
      return new Map([...before].filter(([key]) => !gone.has(key)));
    });

  /** Changes many fields as one act; returns how many were changed. */
  const change = (wanted: readonly Wanted[]): number => {
    const act = actOf(wanted, fieldsOf);
    const sets = new Map<string, Fields>();
    for (const { taskId, field, after } of act) sets.set(taskId, { ...sets.get(taskId), [field]: after });
    apply(sets);
    remember(didAct(acts.current, act));
    unmark(wanted);
    return act.length;
  };

  const reverse = (direction: 'undo' | 'redo'): void => {
    const reversal = reverseAct(acts.current, direction, fieldsOf);
    if (reversal === null) {
      setSaid(t(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
      return;
    }
    apply(reversal.sets);
    remember(reversal.history);
    setRefused(new Map());
    const { passed } = reversal;
    setSaid(
      `${t(direction === 'undo' ? 'undone' : 'redone')}${passed > 0 ? ` ${t('passed', { count: passed })}` : ''}`,
    );
  };

  const questionAt = (column: number) => {
    const found = columns[column];
    return found?.kind === 'question' ? found.question : null;
  };

  const fill = (): void => {
    const wanted = fillDown(range).flatMap(({ from, to }): Wanted[] => {
      const [source, target, question] = [rows[from.row], rows[to.row], questionAt(to.column)];
      if (source === undefined || target === undefined || question === null) return [];
      const value = answerValue(answerOf(source, question.id));
      return [{ taskId: target.task.id, field: answerField(question.id), value }];
    });
    const count = change(wanted);
    setSaid(wanted.length === 0 ? t('nothingToFill') : t('filled', { count }));
  };

  const paste = (text: string): void => {
    const { cells, outside } = placePaste(range, readTsv(text), {
      rows: rows.length,
      columns: columns.length,
    });
    const wanted: Wanted[] = [];
    const bad = new Map<string, Refused>();
    let unasked = outside;
    for (const { at, text: cell } of cells) {
      const [held, question] = [rows[at.row], questionAt(at.column)];
      if (held === undefined || question === null) {
        unasked += 1;
        continue;
      }
      const read = answerOfText(question, cell);
      if ('refused' in read)
        bad.set(refusedKey(held.task.id, question.id), { text: cell, why: read.refused });
      else
        wanted.push({
          taskId: held.task.id,
          field: answerField(question.id),
          value: answerValue(read.answer),
        });
    }
    const count = change(wanted);
    setRefused((before) => new Map([...before, ...bad]));
    const last = cells.at(-1)?.at;
    if (last !== undefined) setRange({ from: clamp(last), to: { row: top, column: left } });
    setSaid(
      [
        t('pasted', { count }),
        ...(bad.size > 0 ? [t('refused', { count: bad.size })] : []),
        ...(unasked > 0 ? [t('unasked', { count: unasked })] : []),
      ].join(' '),
    );
  };

  const copy = (): string => {
    const text: string[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const held = rows[row];
      if (held === undefined) continue;
      const shown = columns.slice(left, right + 1);
      text.push(shown.map((column) => copiedText(held, column, (id) => answerOf(held, id))));
    }
    setSaid(t('copied', { count: (bottom - top + 1) * (right - left + 1) }));
    return writeTsv(text);
  };

  const clear = (): void => {
    const wanted = cellsIn(range).flatMap(({ row, column }): Wanted[] => {
      const [held, question] = [rows[row], questionAt(column)];
      if (held === undefined || question === null) return [];
      return [{ taskId: held.task.id, field: answerField(question.id), value: null }];
    });
    setSaid(t('cleared', { count: change(wanted) }));
  };

  const inRange = rows.slice(top, bottom + 1);

  /** Gives what came with the rows: to the questions that are chosen, or to all where none is. */
  const accept = (): void => {
    const asked = new Set(
      columns.slice(left, right + 1).flatMap((each) => (each.kind === 'question' ? [each.id] : [])),
    );
    const wanted = inRange.flatMap((held): Wanted[] =>
      Object.entries(proposedOf(held)).flatMap(([questionId, answer]) =>
        asked.size === 0 || asked.has(questionId)
          ? [{ taskId: held.task.id, field: answerField(questionId), value: answerValue(answer) }]
          : [],
      ),
    );
    setSaid(t('accepted', { count: change(wanted) }));
  };

  /** A verdict on all rows that are chosen; taken back where all have it. */
  const judge = (command: WorkbenchCommand & ('plausible' | 'implausible' | 'unsure' | 'artefact')): void => {
    const field = command === 'artefact' ? 'artefact' : 'realism';
    const value = command === 'artefact' ? true : { verdict: command, reasons: [] };
    const has = (held: HeldTask): boolean => {
      const now = draftFields(held.draft)[field];
      if (command === 'artefact') return now === true;
      return typeof now === 'object' && now !== null && 'verdict' in now && now.verdict === command;
    };
    const all = inRange.every(has);
    const wanted = inRange
      .filter((held) => all || !has(held))
      .map((held) => ({ taskId: held.task.id, field, value: all ? null : value }));
    change(wanted);
    setSaid(t(all ? 'unjudged' : 'judged', { count: wanted.length, verdict: t(`verdicts.${command}`) }));
  };

  /** A key of a label, step or reason on all that is chosen; false where it means nothing. */
  const press = (key: string): boolean => {
    const schema = rows[0]?.batch.schema;
    if (schema === undefined) return false;
    const shown = columns.slice(left, right + 1);
    const here = new Set(shown.flatMap((each) => (each.kind === 'question' ? [each.id] : [])));
    const inOrder = [
      ...schema.questions.filter((question) => here.has(question.id)),
      ...schema.questions.filter((question) => !here.has(question.id)),
    ];
    for (const question of inOrder) {
      const names = shown.flatMap((each) => (each.kind === 'data' ? [each.spec.name] : []));
      let answers = inRange.map((held) => answerOf(held, question.id));
      let means = false;
      for (const name of question.kind === 'cells' ? names : [null]) {
        const next = keyOnMany(question, answers, key, name);
        if (next === undefined) continue;
        answers = next;
        means = true;
      }
      if (!means) continue;
      const field = answerField(question.id);
      const count = change(
        inRange.map((held, i) => ({ taskId: held.task.id, field, value: answerValue(answers[i] ?? null) })),
      );
      if (inRange.length > 1) setSaid(t('answered', { count, question: question.name }));
      return true;
    }
    return false;
  };

  const go = useCallback((to: GridCellAt, extend: boolean) => {
    setRange((before) => (extend ? { from: before.from, to } : { from: to, to }));
  }, []);

  return {
    range,
    active: range.to,
    refused,
    said,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    say: setSaid,
    select: setRange,
    /** What was handed in is behind one: it is taken back as a whole, not cell by cell. */
    forget: () => {
      remember(NO_ACTS);
      setRefused(new Map());
    },
    go,
    change,
    undo: () => reverse('undo'),
    redo: () => reverse('redo'),
    fill,
    paste,
    copy,
    clear,
    accept,
    judge,
    press,
  };
}

export type Grid = ReturnType<typeof useGrid>;
