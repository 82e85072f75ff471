import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** Badges beside the title. */
  badges?: ReactNode;
  actions?: ReactNode;
  /** Tabs or filters under the title. */
  children?: ReactNode;
};

export function PageHeader({ title, description, breadcrumbs, badges, actions, children }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-3">
      {breadcrumbs === undefined || breadcrumbs.length === 0 ? null : <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-2xl font-semibold tracking-tight text-balance wrap-anywhere">
              {title}
            </h1>
            {badges}
          </div>
          {description === undefined ? null : (
            <div className="mt-1 max-w-prose text-sm text-fg-secondary text-pretty">{description}</div>
          )}
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
