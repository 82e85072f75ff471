import type { Table } from '@assay/stats';

/** A table as rows of texts, so that tables whose columns are coded otherwise can be compared. */
export function tableTexts(table: Table): string[] {
  const lines: string[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const texts = table.columns.map((column) => {
      if (column.kind === 'number') return String(column.values[row]);
      return column.codes[row]! < 0 ? '' : column.levels[column.codes[row]!]!;
    });
    lines.push(texts.join('|'));
  }
  return lines;
}
