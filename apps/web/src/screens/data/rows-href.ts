/** The address of a file of rows: of all, or of those that match. */
export function rowsHref(file: string, org: string): (where: string) => string {
  return (where) => `${file}?org=${org}${where === '' ? '' : `&where=${encodeURIComponent(where)}`}`;
}
