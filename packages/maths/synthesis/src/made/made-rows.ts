/** Which rows of which run a column is made for. */
export type MadeRows = { readonly seed: string | number; readonly from: number; readonly to: number };
