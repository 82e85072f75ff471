/** Up to so many columns dictionaries are as large as the writer likes. */
const FEW_COLUMNS = 200;

/**
 * Options for the Parquet file of a table of so many columns, to stand after others. The writer reserves half a
 * megabyte for the dictionary of each text column at once: in a wide table they are kept small.
 */
export function wideOptions(columns: number): string {
  return columns <= FEW_COLUMNS ? '' : ', DICTIONARY_SIZE_LIMIT 1, STRING_DICTIONARY_PAGE_SIZE_LIMIT 1024';
}

/** Rows of a row group that DuckDB writes unless it is told otherwise. */
const ROW_GROUP = 122_880;
/** DuckDB writes vectors of so many rows. */
const VECTOR = 2048;

/** Rows of a row group of a file to take away: all its values are put together in memory, of wide tables fewer rows. */
export function rowGroupRows(columns: number): number {
  if (columns <= FEW_COLUMNS) return ROW_GROUP;
  return Math.max(VECTOR, Math.floor((ROW_GROUP * FEW_COLUMNS) / columns / VECTOR) * VECTOR);
}
