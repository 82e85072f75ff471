import { hashWords, nearPairs } from '@assay/vision';

/** Perceptual hashes as 16 hexadecimal digits. */
export type TwinsRequest = {
  /** Of the pictures that are asked about. */
  own: readonly string[];
  /** Of which sample each of those is: the frames of a sequence are one, and look alike because nothing else can be. */
  samples: readonly string[];
  /** Of pictures of the world that they may be like. */
  real: readonly string[];
  /** Bits in which two that look alike may differ. */
  distance: number;
};

/** By the place in `own`: whether a picture looks like one of another sample, and whether it looks like a real one. */
export type Twins = { alike: boolean[]; real: boolean[] };

type Hashed = {
  /** One of those whose pictures are of this content; null where none is. */
  sample: string | null;
  alike: boolean;
  real: boolean;
  likeReal: boolean;
};

/** Which pictures look like another one, by pairs and not by way of a third. Each content is compared once. */
export function findTwins({ own, samples, real, distance }: TwinsRequest): Twins {
  const distinct = new Map<string, Hashed>();
  const hashed = (hash: string) => {
    const known = distinct.get(hash) ?? { sample: null, alike: false, real: false, likeReal: false };
    distinct.set(hash, known);
    return known;
  };
  for (const [at, hash] of own.entries()) {
    const found = hashed(hash);
    found.alike ||= found.sample !== null && found.sample !== samples[at];
    found.sample ??= samples[at] ?? null;
  }
  for (const hash of real) hashed(hash).real = true;
  const each = [...distinct.values()];
  /** Contents that are those of several samples by themselves, whatever else looks like them. */
  const shared = new Set(each.filter(({ alike }) => alike));
  for (const found of each) {
    found.likeReal = found.real;
  }
  nearPairs(hashWords([...distinct.keys()]), distance, (later, earlier) => {
    const [one, other] = [each[later], each[earlier]];
    if (one === undefined || other === undefined) return;
    const isOwn = one.sample !== null && other.sample !== null;
    if (isOwn && (one.sample !== other.sample || shared.has(one) || shared.has(other))) {
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
