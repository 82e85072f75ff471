const TAG_TABLE = 128;
const MOST_TAGS = 200;
const MOST_LETTERS = 200;

/** The description of a colour profile (ICC.1:2022, tag `desc` of both ages). Null: it has none that can be read. */
export function profileName(profile: Buffer): string | null {
  try {
    const at = descriptionAt(profile);
    if (at === null) return null;
    const name =
      profile.toString('latin1', at, at + 4) === 'mluc' ? newName(profile, at) : oldName(profile, at);
    return name.replace(/\0.*$/s, '').trim().slice(0, MOST_LETTERS) || null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function descriptionAt(profile: Buffer): number | null {
  const count = Math.min(profile.readUInt32BE(TAG_TABLE), MOST_TAGS);
  for (let tag = 0; tag < count; tag += 1) {
    const entry = TAG_TABLE + 4 + tag * 12;
    if (profile.toString('latin1', entry, entry + 4) === 'desc') return profile.readUInt32BE(entry + 4);
  }
  return null;
}

const oldName = (profile: Buffer, at: number): string =>
  profile.toString('latin1', at + 12, at + 12 + profile.readUInt32BE(at + 8));

function newName(profile: Buffer, at: number): string {
  const length = profile.readUInt32BE(at + 20);
  const start = at + profile.readUInt32BE(at + 24);
  const letters = Buffer.from(profile.subarray(start, start + (length & ~1)));
  return letters.swap16().toString('utf16le');
}
