/** Small whole numbers, one a row, in the narrowest array that holds them. */
export type Codes = Uint8Array | Uint16Array | Int32Array;

/** A column as codes in [0, size), with how many rows have each code. */
export type CodedColumn = { readonly codes: Codes; readonly size: number; readonly counts: Float64Array };

/** An array for `rows` codes in [0, size). */
export function codesOf(rows: number, size: number): Codes {
  if (size <= 2 ** 8) return new Uint8Array(rows);
  return size <= 2 ** 16 ? new Uint16Array(rows) : new Int32Array(rows);
}

/** A coded column of codes that are in [0, size). */
export function codedColumn(codes: Codes, size: number): CodedColumn {
  const counts = new Float64Array(size);
  for (let row = 0; row < codes.length; row += 1) counts[codes[row]!]! += 1;
  return { codes, size, counts };
}
