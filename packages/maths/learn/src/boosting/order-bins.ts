/** Up to this many bins insertion is quickest. */
const RUN = 12;

/**
 * Orders bins by their ratio, ascending; of equal ratios the one that stands first stays first. In place, a merge sort
 * over typed arrays: a sort that is handed a comparison spends most of its time calling it.
 *
 * @param ratios by bin, none NaN
 * @param spare at least as long as `bins`
 */
export function orderBins(bins: Int32Array, ratios: Float64Array, spare: Int32Array): void {
  const n = bins.length;
  for (let from = 0; from < n; from += RUN) insert(bins, ratios, from, Math.min(n, from + RUN));
  let source = bins;
  let target = spare;
  for (let width = RUN; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width)
      merge(source, target, ratios, from, Math.min(n, from + width), Math.min(n, from + 2 * width));
    [source, target] = [target, source];
  }
  if (source !== bins) bins.set(source.subarray(0, n));
}

function insert(bins: Int32Array, ratios: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const bin = bins[at]!;
    const ratio = ratios[bin]!;
    let place = at;
    while (place > from && ratios[bins[place - 1]!]! > ratio) {
      bins[place] = bins[place - 1]!;
      place -= 1;
    }
    bins[place] = bin;
  }
}

function merge(
  source: Int32Array,
  target: Int32Array,
  ratios: Float64Array,
  from: number,
  middle: number,
  to: number,
): void {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at += 1) {
    const takeLeft = left < middle && (right >= to || ratios[source[left]!]! <= ratios[source[right]!]!);
    target[at] = takeLeft ? source[left]! : source[right]!;
    if (takeLeft) left += 1;
    else right += 1;
  }
}
