import type { ReactNode } from 'react';

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`g-${id}`} className="mb-10">
      <h2 id={`g-${id}`} className="mb-4 border-b border-line pb-2 text-lg font-semibold">
        {title}
      </h2>
      <div className="space-y-5">{children}</div>
    </section>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
