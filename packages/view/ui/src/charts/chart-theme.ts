/** Colours that a chart draws with, read from the page's tokens so that charts follow the theme. */
export type ChartTheme = {
  series: readonly string[];
  sequential: readonly string[];
  diverging: readonly string[];
  text: string;
  muted: string;
  line: string;
  surface: string;
  raised: string;
  strong: string;
  bad: string;
  /** The page's font, by name, so that labels are measured as they are drawn. */
  font: string;
};

/** Resolves the custom properties at `host`; light-dark() is resolved by the browser through a probe. */
export function readChartTheme(host: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  // In a transition the colour that is read would be the one before.
  probe.style.transition = 'none';
  host.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => read(`${prefix}-${i + 1}`));
  const theme: ChartTheme = {
    series: many('chart', 8),
    sequential: many('seq', 6),
    diverging: many('div', 5),
    text: read('fg-secondary'),
    muted: read('fg-muted'),
    line: read('line'),
    surface: read('surface'),
    raised: read('surface-raised'),
    strong: read('fg'),
    bad: read('bad'),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return theme;
}
