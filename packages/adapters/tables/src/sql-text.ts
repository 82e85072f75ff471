/** A string literal; SQL has no escape but the doubled quote. */
export function literalSql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A quoted identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `['a', 'b']` for `read_parquet` and its like. */
export function listSql(items: readonly string[]): string {
  return `[${items.map(literalSql).join(', ')}]`;
}
