'use client';

import { type NotificationKind, notificationGroup } from '@assay/contracts';
import { Button, Card, PageHeader, Select, SkeletonRows, Switch, useToast } from '@assay/ui';
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** What one is told of: in the organisation, and otherwise in single projects. */
export function ChoicesScreen() {
  const t = useTranslations('notifications.choices');
  const list = useTranslations('notifications');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path, organisation } = useOrg();
  const { params, replace } = useUrlParams();
  const { toast } = useToast();
  const queryClient = useQueryClient();
  const projectId = params.get('project');
  const input = { projectId };
  const query = useQuery(
    trpc.notification.choices.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const projects = useQuery(trpc.project.list.queryOptions({ limit: 200 }));
  const key = trpc.notification.choices.queryKey(input);
  const choose = useMutation(
    trpc.notification.choose.mutationOptions({
      // Shown at once; what the server refuses goes back.
      onMutate: async ({ kind, wants }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (known) =>
          known === undefined
            ? known
            : {
                ...known,
                kinds: known.kinds.map((each) => (each.kind === kind ? { ...each, chosen: wants } : each)),
              },
        );
        return { before };
      },
      onError: (_error, _input, context) => queryClient.setQueryData(key, context?.before),
      onSettled: () => queryClient.invalidateQueries(trpc.notification.choices.pathFilter()),
    }),
  );
  const reset = useMutation(
    trpc.notification.resetChoices.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.notification.choices.pathFilter());
        toast({ title: t('wasReset') });
      },
    }),
  );
  const own = new Set(query.data?.projects ?? []);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: list('title'), href: path('/notifications') }, { label: t('title') }])}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Select
            aria-label={t('where')}
            className="w-full sm:w-80"
            value={projectId ?? ''}
            onChange={(event) => {
              choose.reset();
              replace({ project: event.target.value });
            }}
            options={[
              { value: '', label: t('inOrganisation', { name: organisation.name }) },
              ...(projects.data?.projects ?? []).map(({ id, name }) => ({
                value: id,
                label: own.has(id) ? t('withOwn', { name }) : name,
              })),
            ]}
          />
          <Button
            size="sm"
            icon={<RotateCcw aria-hidden />}
            loading={reset.isPending}
            disabled={query.data?.kinds.every((each) => each.chosen === null) ?? true}
            onClick={() => reset.mutate(input)}
          >
            {projectId === null ? t('reset') : t('resetProject')}
          </Button>
        </div>
        <RefusalCallout error={choose.error ?? reset.error} />
        <QueryState query={query} loading={<SkeletonRows rows={8} />}>
          {({ kinds }) =>
            notificationGroup.options.map((group) => {
              const within = kinds.filter((each) => each.group === group);
              return within.length === 0 ? null : (
                <Card key={group} title={t(`groups.${group}`)} flush>
                  <ul className="divide-y divide-line">
                    {within.map((each) => (
                      <li
                        key={each.kind}
                        className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
                      >
                        <KindControl
                          {...each}
                          inProject={projectId !== null}
                          onChoose={(wants) => choose.mutate({ projectId, kind: each.kind, wants })}
                        />
                      </li>
                    ))}
                  </ul>
                </Card>
              );
            })
          }
        </QueryState>
      </div>
    </>
  );
}

/** Keys of the catalogue have no points in them. */
const wordsOf = (kind: NotificationKind) => kind.replace('.', '_') as WordsOf<NotificationKind>;
type WordsOf<Kind extends string> = Kind extends `${infer Area}.${infer Name}` ? `${Area}_${Name}` : never;

/** In the organisation a switch; in a project also the way back to what holds there. */
function KindControl({
  kind,
  chosen,
  otherwise,
  inProject,
  onChoose,
}: {
  kind: NotificationKind;
  chosen: boolean | null;
  otherwise: boolean;
  inProject: boolean;
  onChoose: (wants: boolean | null) => void;
}) {
  const t = useTranslations('notifications.choices');
  const name = t(`kinds.${wordsOf(kind)}`);
  if (!inProject) {
    return (
      <div className="min-w-0 flex-1">
        <Switch
          label={name}
          hint={chosen === null ? t('byDefault', { on: String(otherwise) }) : t('chosen')}
          checked={chosen ?? otherwise}
          onChange={onChoose}
        />
      </div>
    );
  }
  return (
    <>
      <span className="min-w-0 flex-1 basis-56 text-sm">{name}</span>
      <Select
        aria-label={name}
        className="w-64"
        value={chosen === null ? '' : String(chosen)}
        onChange={({ target: { value } }) => onChoose(value === '' ? null : value === 'true')}
        options={[
          { value: '', label: t('asOrganisation', { on: String(otherwise) }) },
          { value: 'true', label: t('on') },
          { value: 'false', label: t('off') },
        ]}
      />
    </>
  );
}
