const at = (start: Buffer, offset: number, text: string): boolean =>
  start.toString('latin1', offset, offset + text.length) === text;

/** Other picture formats by how they begin, so that a refusal can name them. */
const OTHERS: readonly (readonly [name: string, test: (start: Buffer) => boolean])[] = [
  ['A BMP', (start) => at(start, 0, 'BM')],
  ['A JPEG XL', (start) => at(start, 0, '\xff\x0a') || at(start, 4, 'JXL ')],
  ['A JPEG 2000', (start) => at(start, 4, 'jP  ') || at(start, 0, '\xff\x4f\xff\x51')],
  ['A Photoshop document', (start) => at(start, 0, '8BPS')],
  ['An icon file', (start) => at(start, 0, '\0\0\x01\0')],
  ['An OpenEXR picture', (start) => at(start, 0, '\x76\x2f\x31\x01')],
  ['A Radiance picture', (start) => at(start, 0, '#?RADIANCE') || at(start, 0, '#?RGBE')],
  ['A Netpbm picture', (start) => /^P[1-7]\s/.test(start.toString('latin1', 0, 3))],
  ['A FITS picture', (start) => at(start, 0, 'SIMPLE  =')],
  ['A DICOM picture', (start) => at(start, 128, 'DICM')],
];

/** The name of a picture format that is not read. Null: it is none that we know. */
export function otherFormat(start: Buffer): string | null {
  return OTHERS.find(([, test]) => test(start))?.[0] ?? null;
}
