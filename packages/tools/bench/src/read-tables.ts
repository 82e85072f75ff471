import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createStream, shuffled } from '@assay/random';
import { type Column, categoryColumn, type Table, tableOf, takeRows } from '@assay/stats';
import type { JudgedTable } from './figure.ts';

/** Of the demo's rows, this share is fitted on. */
const FIT_SHARE = 0.7;

/** A pair of comma-separated files: rows to fit on and rows not to. */
export type JudgedText = Omit<JudgedTable, 'fit' | 'unseen'> & {
  fit: string;
  unseen: string;
  sensitive: string;
  quasi: string;
};

/** Adult from its folder; without one the wildlife strikes that the demo shows (vega-datasets 3.2.1). */
export function judgedText(adult: string | undefined): JudgedText {
  if (adult !== undefined) {
    const read = (file: string) => readFileSync(path.join(adult, file), 'utf8');
    return {
      table: 'Adult',
      fit: read('adult-train.csv'),
      unseen: read('adult-test.csv'),
      target: 'income',
      positive: '>50K',
      sensitive: 'sex,race',
      quasi: 'age,sex,race,native-country',
    };
  }
  const data = path.dirname(createRequire(import.meta.url).resolve('vega-datasets'));
  const [head = '', ...lines] = readFileSync(path.join(data, '..', 'data', 'birdstrikes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const mixed = shuffled(createStream('bench', 'halves'), lines);
  const cut = Math.round(mixed.length * FIT_SHARE);
  return {
    table: 'strikes',
    fit: `${[head, ...mixed.slice(0, cut)].join('\n')}\n`,
    unseen: `${[head, ...mixed.slice(cut)].join('\n')}\n`,
    target: 'Effect Amount of damage',
    positive: 'None',
    sensitive: 'Time of day',
    quasi: 'Origin State,Aircraft Airline Operator,Flight Date',
  };
}

/** The same as tables in memory, with equal kinds of columns. */
export function judgedTable(adult: string | undefined): JudgedTable {
  const { fit, unseen, table, target, positive } = judgedText(adult);
  const above = linesOf(fit);
  const whole = tableOfLines([...above, ...linesOf(unseen).slice(1)]);
  const rows = Array.from({ length: whole.rows }, (_, row) => row);
  const cut = above.length - 1;
  return {
    table,
    target,
    positive,
    fit: takeRows(whole, rows.slice(0, cut)),
    unseen: takeRows(whole, rows.slice(cut)),
  };
}

const linesOf = (text: string): string[] => text.trimEnd().split(/\r?\n/);

/** Lines without quotes, the names first: numbers, ISO dates, else categories; `?` or nothing is missing. */
function tableOfLines([head = '', ...lines]: readonly string[]): Table {
  const cells = lines.map((line) => line.split(','));
  return tableOf(
    head.split(',').map((name, at): Column => {
      const texts = cells.map((row) => {
        const text = row[at]?.trim() ?? '';
        return text === '' || text === '?' ? null : text;
      });
      const isDate = texts.every((text) => text === null || /^\d{4}-\d{2}-\d{2}$/.test(text));
      const numberOf = (text: string) => (isDate ? Date.parse(text) : Number(text));
      const values = Float64Array.from(texts, (text) => (text === null ? Number.NaN : numberOf(text)));
      return texts.every((text, row) => text === null || !Number.isNaN(values[row]))
        ? { kind: 'number', name: name.trim(), scale: isDate ? 'datetime' : 'integer', values }
        : categoryColumn(name.trim(), texts);
    }),
  );
}
