/** Up to so many columns dictionaries are as large as the writer likes. */
const FEW_COLUMNS = 200;

/**
 * Options for the Parquet file of a table of so many columns, to stand after others. The writer reserves half a
 * megabyte for the dictionary of each text column at once: in a wide table they are kept small.
 */
export function wideOptions(columns: number): string {
  return columns <= FEW_COLUMNS ? '' : ', DICTIONARY_SIZE_LIMIT 1, STRING_DICTIONARY_PAGE_SIZE_LIMIT 1024';
}
