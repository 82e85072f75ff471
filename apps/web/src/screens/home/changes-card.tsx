'use client';

import { Card, EmptyState, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useActionText } from '~/shell/action-text.ts';
import { useOrg } from '~/shell/org-context.tsx';
import { useCan } from '~/shell/use-can.ts';
import type { Home } from './home-types.ts';

const SHOWN = 8;

/** What happened since yesterday in what this person may see, by kind of act. */
export function ChangesCard({ changed }: { changed: Home['changed'] }) {
  const t = useTranslations('home');
  const actionText = useActionText();
  const may = useCan();
  const { path } = useOrg();
  return (
    <Card
      title={t('changedTitle')}
      actions={
        may('log.read') ? (
          <TextLink href={path('/log')} className="text-sm">
            {t('wholeLog')}
          </TextLink>
        ) : undefined
      }
      flush
    >
      {changed.length === 0 ? (
        <EmptyState compact title={t('changedNone')} />
      ) : (
        <ul className="divide-y divide-line">
          {changed.slice(0, SHOWN).map((each) => (
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
          {changed.length > SHOWN ? (
            <li className="px-4 py-2.5 text-xs text-fg-muted sm:px-5">
              {t('moreChanges', { count: changed.length - SHOWN })}
            </li>
          ) : null}
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
