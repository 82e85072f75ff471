import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Lets tables reach the edges. */
  flush?: boolean | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Id of the heading, which then names the section. */
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  headingLevel = 2,
  id,
  className,
  children,
}: CardProps) {
  const hasHead = title !== undefined || actions !== undefined;
  return (
    <section
      {...(id === undefined ? {} : { 'aria-labelledby': id })}
      className={cn('min-w-0 rounded-lg border border-line bg-surface shadow-sm', className)}
    >
      {hasHead ? (
        <SectionHeader
          title={title}
          description={description}
          actions={actions}
          level={headingLevel}
          id={id}
          className={cn('px-4 pt-4 sm:px-5', flush ? 'pb-4' : 'pb-3')}
        />
      ) : null}
      {children === undefined ? null : (
        <div
          className={
            flush ? cn(hasHead && 'border-t border-line') : cn('px-4 pb-5 sm:px-5', !hasHead && 'pt-5')
          }
        >
          {children}
        </div>
      )}
      {footer === undefined ? null : (
        <div className="border-t border-line px-4 py-3 text-sm sm:px-5">{footer}</div>
      )}
    </section>
  );
}

export type SectionHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3 | 4 | undefined;
  id?: string | undefined;
  className?: string | undefined;
};

export function SectionHeader({ title, description, actions, level = 2, id, className }: SectionHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cn(
        'flex flex-wrap justify-between gap-x-4 gap-y-2',
        description === undefined ? 'items-center' : 'items-start',
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-40">
        <Heading id={id} className="text-base font-semibold text-fg text-balance">
          {title}
        </Heading>
        {description === undefined ? null : (
          <div className="mt-0.5 max-w-prose text-sm text-fg-secondary text-pretty">{description}</div>
        )}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
