import { hashWords, nearPairs } from '@assay/vision';

/** Perceptual hashes as 16 hexadecimal digits. */
export type TwinsRequest = {
  /** Of the pictures that are asked about. */
  own: readonly string[];
  /** Of pictures of the world that they may be like. */
  real: readonly string[];
  /** Bits in which two that look alike may differ. */
  distance: number;
};

/** By the place in `own`: whether a picture looks like another one there, and whether it looks like a real one. */
export type Twins = { alike: boolean[]; real: boolean[] };

/** Which pictures look like another one, by pairs and not by way of a third. Each content is compared once. */
export function findTwins({ own, real, distance }: TwinsRequest): Twins {
  const distinct = new Map<string, { own: number; real: boolean; alike: boolean; likeReal: boolean }>();
  const hashed = (hash: string) => {
    const known = distinct.get(hash) ?? { own: 0, real: false, alike: false, likeReal: false };
    distinct.set(hash, known);
    return known;
  };
  for (const hash of own) hashed(hash).own += 1;
  for (const hash of real) hashed(hash).real = true;
  const each = [...distinct.values()];
  for (const found of each) {
    found.alike = found.own > 1;
    found.likeReal = found.real;
  }
  nearPairs(hashWords([...distinct.keys()]), distance, (later, earlier) => {
    const [one, other] = [each[later], each[earlier]];
    if (one === undefined || other === undefined) return;
    if (one.own > 0 && other.own > 0) {
      one.alike = true;
      other.alike = true;
    }
    if (other.real) one.likeReal = true;
    if (one.real) other.likeReal = true;
  });
  return {
    alike: own.map((hash) => distinct.get(hash)?.alike === true),
    real: own.map((hash) => distinct.get(hash)?.likeReal === true),
  };
}
