'use client';

import type { LabelSchema } from '@assay/contracts';
import { Badge, Callout, LinkButton, PageHeader, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { UnsavedGuard } from '../sources/unsaved-guard.tsx';
import { useMay } from '../sources/use-source.ts';
import { SchemaEditor } from './editor/schema-editor.tsx';
import { useSchemaDraft } from './editor/use-schema-draft.ts';
import { LabelSchemaActions } from './label-schema-actions.tsx';
import type { LabelSchemaView } from './label-schema-types.ts';
import { LabelSchemaVersions } from './label-schema-versions.tsx';
import { SaveBar } from './save-bar.tsx';

/** One label schema: its newest version to read or to change, and its versions. */
export function LabelSchemaPage({ labelSchemaId }: { labelSchemaId: string }) {
  const t = useTranslations('labelSchemas');
  const trpc = useTRPC();
  const schema = useQuery(trpc.labelSchema.get.queryOptions({ labelSchemaId }));
  return (
    <QueryState query={schema} title={t('labelSchema')}>
      {(data) => <Schema schema={data} onReload={() => schema.refetch()} />}
    </QueryState>
  );
}

/** Everything in a document that has an id. */
function idsOf(document: LabelSchema): ReadonlySet<string> {
  return new Set(Array.from(JSON.stringify(document).matchAll(/"id":"([^"]+)"/g), ([, id]) => id ?? ''));
}

function Schema({ schema, onReload }: { schema: LabelSchemaView; onReload: () => Promise<unknown> }) {
  const t = useTranslations('labelSchemas');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { project, may, mayNot } = useMay(schema.projectId);
  // What is typed stands on the version that it began with: a newer one never slips under it.
  const [base, setBase] = useState(schema);
  const draft = useSchemaDraft(base.document, base.document);
  const savedIds = useMemo(() => idsOf(base.document), [base.document]);
  if (base.versionId !== schema.versionId && !draft.dirty) adopt(schema);
  const save = useMutation(trpc.labelSchema.save.mutationOptions());
  function adopt(next: LabelSchemaView) {
    setBase(next);
    draft.reset(next.document);
  }
  const onSave = async (note: string): Promise<boolean> => {
    if (!draft.readable) return false;
    const { document } = draft;
    try {
      const { number, versionId } = await save.mutateAsync({
        labelSchemaId: schema.id,
        revision: base.versionId === schema.versionId ? schema.revision : base.revision,
        document,
        note,
      });
      setBase({ ...base, document, number, versionId, revision: base.revision + 1 });
      toast({ title: t('editor.saved', { number }) });
      await queryClient.invalidateQueries(trpc.labelSchema.pathFilter());
      return true;
    } catch {
      // The mutation keeps the refusal, which is shown above the bar.
      return false;
    }
  };
  const begin = (next: LabelSchemaView) => {
    save.reset();
    adopt(next);
  };
  return (
    <>
      <PageHeader
        title={schema.name}
        {...(schema.description === '' ? {} : { description: schema.description })}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${schema.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${schema.projectId}/label-schemas`) },
          { label: schema.name },
        ])}
        badges={<Badge>{t('version', { number: schema.number })}</Badge>}
        actions={
          <>
            <LinkButton
              href={path(`/label-schemas/${schema.id}/migrate`)}
              icon={<ArrowRightLeft aria-hidden />}
            >
              {t('head.migrate')}
            </LinkButton>
            <LabelSchemaActions schema={schema} />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <UnsavedGuard dirty={draft.dirty} />
        {mayNot('labelSchema.write') ? <Callout>{t('editor.readOnly')}</Callout> : null}
        <SchemaEditor
          projectId={schema.projectId}
          draft={draft}
          savedIds={savedIds}
          disabled={!may('labelSchema.write') || save.isPending}
        />
        <LabelSchemaVersions schema={schema} />
        <RefusalCallout error={save.error} onReload={() => void onReload().then(() => begin(schema))} />
        {may('labelSchema.write') ? (
          <SaveBar
            draft={draft}
            number={schema.number}
            busy={save.isPending}
            onSave={onSave}
            onDiscard={() => begin(schema)}
          />
        ) : null}
      </div>
    </>
  );
}
