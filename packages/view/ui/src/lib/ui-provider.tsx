'use client';

import { Tooltip } from 'radix-ui';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import { defaultLabels, type UiLabelOverrides, type UiLabels } from '../labels.ts';

export type LinkLikeProps = React.ComponentProps<'a'> & { href: string };

type UiContext = {
  readonly locale: string;
  readonly timeZone: string;
  readonly labels: UiLabels;
  readonly link: ComponentType<LinkLikeProps> | undefined;
};

const Context = createContext<UiContext>({
  locale: 'en',
  timeZone: 'UTC',
  labels: defaultLabels,
  link: undefined,
});

export type UiProviderProps = {
  locale?: string | undefined;
  /** IANA zone in which moments are shown. */
  timeZone?: string | undefined;
  labels?: UiLabelOverrides | undefined;
  /** The router's link, so that navigation stays in the page. */
  link?: ComponentType<LinkLikeProps> | undefined;
  children: ReactNode;
};

/** Locale, time zone, texts and link component for everything inside. */
export function UiProvider({ locale = 'en', timeZone = 'UTC', labels, link, children }: UiProviderProps) {
  const value = useMemo(
    () => ({ locale, timeZone, labels: mergeLabels(labels), link }),
    [locale, timeZone, labels, link],
  );
  return (
    <Context value={value}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={150}>
        {children}
      </Tooltip.Provider>
    </Context>
  );
}

function mergeLabels(overrides: UiLabelOverrides | undefined): UiLabels {
  if (overrides === undefined) return defaultLabels;
  return {
    common: { ...defaultLabels.common, ...overrides.common },
    form: { ...defaultLabels.form, ...overrides.form },
    feedback: { ...defaultLabels.feedback, ...overrides.feedback },
    nav: { ...defaultLabels.nav, ...overrides.nav },
    palette: { ...defaultLabels.palette, ...overrides.palette },
    table: { ...defaultLabels.table, ...overrides.table },
    measure: { ...defaultLabels.measure, ...overrides.measure },
    chart: { ...defaultLabels.chart, ...overrides.chart },
    diff: { ...defaultLabels.diff, ...overrides.diff },
  };
}

export function useUi(): UiContext {
  return useContext(Context);
}

/** The texts of one section, with a component's own overrides on top. */
export function useLabels<S extends keyof UiLabels>(
  section: S,
  overrides?: Partial<UiLabels[S]>,
): UiLabels[S] {
  const { labels } = useContext(Context);
  return overrides === undefined ? labels[section] : { ...labels[section], ...overrides };
}

/** An anchor that goes through the app's router when one is provided. */
export function UiLink(props: LinkLikeProps) {
  const { link: Routed } = useContext(Context);
  return Routed === undefined ? <a {...props} /> : <Routed {...props} />;
}
