/** What we ask of EXIF. */
export type Exif = {
  /** Local time as `2026-05-01T12:30:00`, with the offset if there is one. */
  takenAt: string | null;
  /** It says where the picture was taken. */
  place: boolean;
};

const NOTHING: Exif = { takenAt: null, place: false };
const TAG = { exif: 0x8769, gps: 0x8825, taken: 0x9003, offset: 0x9011, latitude: 2, longitude: 4 } as const;
const MOST_ENTRIES = 1_000;

type Entry = { count: number; value: number; at: number };
type Reader = { u16: (at: number) => number; u32: (at: number) => number; text: (entry: Entry) => string };

/** CIPA DC-008 (EXIF 3.0). What cannot be read counts as not there: cameras and editors write much that is wrong. */
export function readExif(block: Buffer | undefined): Exif {
  if (block === undefined) return NOTHING;
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  try {
    return find(readerOf(tiff));
  } catch (error) {
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

function find(reader: Reader): Exif {
  const main = entriesAt(reader, reader.u32(4));
  const exif = pointed(reader, main.get(TAG.exif));
  const gps = pointed(reader, main.get(TAG.gps));
  const taken = exif.get(TAG.taken);
  const offset = exif.get(TAG.offset);
  return {
    takenAt:
      taken === undefined
        ? null
        : timeOf(reader.text(taken), offset === undefined ? '' : reader.text(offset)),
    place: gps.has(TAG.latitude) || gps.has(TAG.longitude),
  };
}

function readerOf(tiff: Buffer): Reader {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  return {
    u16: (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    u32: (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
    text: ({ count, value, at }) => {
      const start = count <= 4 ? at : value;
      return tiff.toString('latin1', start, start + count).replace(/\0.*$/s, '');
    },
  };
}

const pointed = (reader: Reader, pointer: Entry | undefined): Map<number, Entry> =>
  pointer === undefined ? new Map() : entriesAt(reader, pointer.value);

function entriesAt(reader: Reader, at: number): Map<number, Entry> {
  const count = Math.min(reader.u16(at), MOST_ENTRIES);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = at + 2 + index * 12;
      const found = { count: reader.u32(entry + 4), value: reader.u32(entry + 8), at: entry + 8 };
      return [reader.u16(entry), found] as const;
    }),
  );
}

/** EXIF writes `2026:05:01 12:30:00`, and zeros or spaces where it does not know. */
function timeOf(taken: string, offset: string): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(taken.trim());
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return null;
  return /^[+-]\d\d:\d\d$/.test(offset) ? `${local}${offset}` : local;
}
