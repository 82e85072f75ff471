'use client';

import type { GuidelineSection } from '@assay/contracts';
import { Button, Card } from '@assay/ui';
import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GuidelineText } from './guideline-text.tsx';
import { RoleBadges } from './role-badges.tsx';

/** One section, with the way to ask about it. */
export function SectionText({
  section,
  onAsk,
}: {
  section: GuidelineSection;
  /** Null for who may not ask. */
  onAsk: ((section: { id: string; heading: string }) => void) | null;
}) {
  const t = useTranslations('guidelines.read');
  const { id, heading, roles, body } = section;
  return (
    <div id={`section-${id}`} className="scroll-mt-20">
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2 text-lg">
            <span className="wrap-anywhere">{heading}</span>
            <RoleBadges roles={roles} />
          </span>
        }
        actions={
          onAsk === null ? undefined : (
            <Button
              size="sm"
              variant="quiet"
              icon={<MessageCircleQuestionMark aria-hidden />}
              aria-label={t('askAbout', { heading })}
              onClick={() => onAsk({ id, heading })}
            >
              {t('ask')}
            </Button>
          )
        }
      >
        {body.trim() === '' ? (
          <p className="text-sm text-fg-muted">{t('emptySection')}</p>
        ) : (
          <GuidelineText text={body} section={heading} />
        )}
      </Card>
    </div>
  );
}
