'use client';

import { useEffect, useState } from 'react';
import { type DateStyle, formatMoment, formatRelative } from '../lib/format.ts';
import { useUi } from '../lib/ui-provider.tsx';

type At = Date | number | string;

export type DateTimeProps = {
  at: At;
  format?: DateStyle | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  className?: string | undefined;
};

/** A moment in the reader's language and zone, as `<time>`. */
export function DateTime({ at, format = 'datetime', locale, timeZone, className }: DateTimeProps) {
  const ui = useUi();
  const moment = new Date(at);
  const zone = timeZone ?? ui.timeZone;
  return (
    <time
      dateTime={moment.toISOString()}
      title={formatMoment(moment.getTime(), locale ?? ui.locale, zone, 'full')}
      className={className}
    >
      {formatMoment(moment.getTime(), locale ?? ui.locale, zone, format)}
    </time>
  );
}

/** How long ago; the exact moment on hover. The server renders the date, so that both sides agree. */
export function TimeAgo({ at, locale, timeZone, className }: Omit<DateTimeProps, 'format'>) {
  const ui = useUi();
  const [now, setNow] = useState<number>();
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, []);
  const moment = new Date(at);
  const tongue = locale ?? ui.locale;
  const zone = timeZone ?? ui.timeZone;
  return (
    <time
      dateTime={moment.toISOString()}
      title={formatMoment(moment.getTime(), tongue, zone, 'full')}
      className={className}
    >
      {now === undefined
        ? formatMoment(moment.getTime(), tongue, zone, 'date')
        : formatRelative(moment.getTime(), now, tongue)}
    </time>
  );
}
