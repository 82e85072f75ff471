'use client';

import { Card, EmptyState, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useActionText } from '~/shell/action-text.ts';
import type { Home } from './home-types.ts';

/** What happened since yesterday in what this person may see, by kind of act. */
export function ChangesCard({ changed }: { changed: Home['changed'] }) {
  const t = useTranslations('home');
  const actionText = useActionText();
  return (
    <Card title={t('changedTitle')} flush>
      {changed.length === 0 ? (
        <EmptyState compact title={t('changedNone')} />
      ) : (
        <ul className="divide-y divide-line">
          {changed.map((each) => (
            <li
              key={`${each.action} ${each.projectId ?? ''}`}
              className="flex items-baseline justify-between gap-4 px-4 py-2.5 text-sm sm:px-5"
            >
              <span className="min-w-0">
                <span className="text-fg wrap-anywhere">
                  {actionText(each.action)}
                  {each.count > 1 ? (
                    <span className="text-fg-muted tabular-nums"> {t('times', { count: each.count })}</span>
                  ) : null}
                </span>
                <span className="block text-xs text-fg-muted wrap-anywhere">
                  <Who people={each.people} />
                  {each.projectName === null ? '' : ` · ${each.projectName}`}
                </span>
              </span>
              <TimeAgo at={each.lastAt} className="shrink-0 text-xs text-fg-muted" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Who({ people }: { people: Home['changed'][number]['people'] }) {
  const t = useTranslations('common');
  const names = people.map((person) => (person.isMe ? t('you') : (person.name ?? t('unknownPerson'))));
  return names.length === 0 ? t('system') : names.join(', ');
}
