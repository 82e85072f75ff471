'use client';

import { formatPredicate } from '@assay/domain';
import {
  Badge,
  Button,
  Callout,
  Card,
  ConfirmDialog,
  StatusBadge,
  TextLink,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { Project } from '../projects/project-types.ts';
import type { Pattern } from './review-types.ts';
import { RuleDialog } from './rule-dialog.tsx';

const TONES = { APPLYING: 'info', ACTIVE: 'good', UNDONE: 'neutral', FAILED: 'bad' } as const;

/** One pattern: what it matches, what it decided, and what came of it; with what can be done about it. */
export function PatternCard({ pattern, project }: { pattern: Pattern; project: Project }) {
  const t = useTranslations('review');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { recipe, rule, run, constraint, failure } = pattern;
  return (
    <Card
      title={t('patterns.number', { number: pattern.number, name: pattern.name })}
      id={`pattern-${pattern.id}`}
      actions={
        <StatusBadge tone={TONES[pattern.status]} pulse={pattern.status === 'APPLYING'}>
          {t(`patterns.statuses.${pattern.status}`)}
        </StatusBadge>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <code className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">
          {formatPredicate(pattern.where)}
        </code>
        <p className="flex flex-wrap gap-1.5">
          {pattern.faults.map((fault) => (
            <Badge key={fault}>{t(`faults.${fault}`)}</Badge>
          ))}
        </p>
        {pattern.comment === '' ? null : (
          <p className="whitespace-pre-line wrap-anywhere">{pattern.comment}</p>
        )}
        {pattern.matches === null ? null : (
          <p>
            {t('patterns.facts', {
              matches: pattern.matches,
              run: run?.number ?? 0,
              decided: pattern.decided ?? 0,
            })}
          </p>
        )}
        <p className="text-fg-muted">
          {pattern.createdBy.name ?? common('unknownPerson')} · <TimeAgo at={pattern.createdAt} />
        </p>
        {failure === null ? null : <Callout tone="bad" title={failure.message} />}
        {rule === null ? null : (
          <p>
            <TextLink href={path(`/guidelines/${rule.guidelineId}`)}>
              {t('patterns.ruleOf', { number: rule.number })}
            </TextLink>
          </p>
        )}
        {constraint === 'NONE' || recipe === null ? null : (
          <p>
            <TextLink href={path(`/recipes/${recipe.id}`)}>
              {t(`patterns.states.${constraint}`, { recipe: recipe.name, number: recipe.adoptedNumber ?? 0 })}
            </TextLink>
          </p>
        )}
        {pattern.status === 'UNDONE' ? null : <PatternActs pattern={pattern} project={project} />}
      </div>
    </Card>
  );
}

function PatternActs({ pattern, project }: { pattern: Pattern; project: Project }) {
  const t = useTranslations('review.patterns');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [ruling, setRuling] = useState(false);
  const undo = useMutation(trpc.pattern.undo.mutationOptions());
  const propose = useMutation(trpc.pattern.proposeConstraint.mutationOptions());
  const answer = useMutation(trpc.pattern.answerConstraint.mutationOptions());
  const may = (permission: Project['permissions'][number]) => project.permissions.includes(permission);
  const patternId = pattern.id;
  const done = async (title: string) => {
    toast({ title });
    await queryClient.invalidateQueries(trpc.pattern.pathFilter());
  };
  const failed = (error: unknown) => toast({ title: refusalOf(error).message, tone: 'bad' });
  const onAnswer = (adopt: boolean) =>
    answer
      .mutateAsync({ patternId, adopt })
      .then(({ number }) => done(number === null ? t('declined') : t('adopted', { number })))
      .catch(failed);
  const isProposed = pattern.constraint === 'PROPOSED';
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-3">
      {may('guideline.write') && pattern.rule === null ? (
        <Button size="sm" onClick={() => setRuling(true)}>
          {t('rule')}
        </Button>
      ) : null}
      {may('review.decide') &&
      pattern.recipe !== null &&
      (pattern.constraint === 'NONE' || pattern.constraint === 'DECLINED') ? (
        <Button
          size="sm"
          loading={propose.isPending}
          onClick={() => void propose.mutateAsync({ patternId }).then(() => done(t('proposed')), failed)}
        >
          {t('propose')}
        </Button>
      ) : null}
      {may('recipe.write') && isProposed ? (
        <>
          <Button size="sm" variant="primary" loading={answer.isPending} onClick={() => void onAnswer(true)}>
            {t('adopt')}
          </Button>
          <Button size="sm" variant="quiet" disabled={answer.isPending} onClick={() => void onAnswer(false)}>
            {t('decline')}
          </Button>
        </>
      ) : null}
      {may('review.decide') ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="danger-quiet">
              {t('undo')}
            </Button>
          }
          title={t('undoTitle', { number: pattern.number })}
          description={t('undoBody')}
          confirmLabel={t('undo')}
          destructive
          onConfirm={async () => {
            const { reopened } = await undo.mutateAsync({ patternId }).catch((error: unknown) => {
              throw new Error(refusalOf(error).message);
            });
            await done(t('undone', { count: reopened }));
            await queryClient.invalidateQueries(trpc.review.pathFilter());
          }}
        />
      ) : null}
      {ruling ? <RuleDialog pattern={pattern} projectId={project.id} onOpenChange={setRuling} /> : null}
    </div>
  );
}
