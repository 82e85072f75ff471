'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cn } from '../lib/cn.ts';

export type ScrollRegionProps = {
  label: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Scrolls sideways inside itself; it is a named stop for the keyboard only while there is something to scroll. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const ref = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={ref}
      className={cn('ring-inside relative w-full overflow-x-auto', className)}
      {...(scrolls ? { 'aria-label': label, tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}
