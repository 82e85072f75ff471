import { formatNumber } from '@assay/ui';
import type { CellValue, TableColumnInfo } from './table-adapter.ts';

/** A stored value as people read it; numbers of identifiers keep their digits together. */
export function cellText(
  value: Exclude<CellValue, null>,
  column: Pick<TableColumnInfo, 'type'>,
  words: { locale: string; yes: string; no: string },
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    return column.type === 'identifier' ? String(value) : formatNumber(value, words.locale, 'plain', 6);
  }
  return column.type === 'datetime'
    ? value
        .replace('T', ' ')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : value;
}
