export type SparkGeometry = { line: string; area: string; last: { x: number; y: number } | undefined };

/**
 * SVG paths for a small line over equally spaced values, inside a `width` by `height` box with `pad` units around.
 * A constant series is drawn through the middle; non-finite values are left out and break the line.
 */
export function sparkGeometry(
  values: readonly number[],
  width: number,
  height: number,
  pad = 2,
): SparkGeometry {
  const finite = values.filter((v) => Number.isFinite(v));
  if (finite.length === 0) return { line: '', area: '', last: undefined };
  const low = Math.min(...finite);
  const span = Math.max(...finite) - low;
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const round = (v: number) => Math.round(v * 100) / 100;
  const point = (value: number, index: number) => ({
    x: round(values.length > 1 ? pad + index * step : width / 2),
    y: round(span === 0 ? height / 2 : pad + (1 - (value - low) / span) * (height - 2 * pad)),
  });
  let line = '';
  let area = '';
  let run: { x: number; y: number }[] = [];
  let last: { x: number; y: number } | undefined;
  const close = () => {
    const first = run[0];
    const end = run[run.length - 1];
    if (first === undefined || end === undefined) return;
    const path = run.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${p.y}`).join('');
    line += path;
    area += `${path}L${end.x} ${height}L${first.x} ${height}Z`;
    run = [];
  };
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) {
      close();
      return;
    }
    last = point(value, index);
    run.push(last);
  });
  close();
  return { line, area, last };
}
