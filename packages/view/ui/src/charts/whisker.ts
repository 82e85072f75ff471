/** The parts of ECharts' custom-series interface that whiskers use. */
export type DrawApi = {
  value: (dimension: number) => number;
  coord: (point: number[]) => number[];
};
type Line = {
  type: 'line';
  shape: { x1: number; y1: number; x2: number; y2: number };
  style: { stroke: string; lineWidth: number };
};
type Group = { type: 'group'; children: Line[] };

/** A horizontal whisker for data rows [low, high, category index]. */
export function horizontalWhisker(color: string, cap: number): (params: unknown, api: DrawApi) => Group {
  return (_params, api) => {
    const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
    const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
    const style = { stroke: color, lineWidth: 1.5 };
    const line = (shape: Line['shape']): Line => ({ type: 'line', shape, style });
    return {
      type: 'group',
      children: [
        line({ x1, y1: y, x2, y2: y }),
        line({ x1, y1: y - cap, x2: x1, y2: y + cap }),
        line({ x1: x2, y1: y - cap, x2, y2: y + cap }),
      ],
    };
  };
}
