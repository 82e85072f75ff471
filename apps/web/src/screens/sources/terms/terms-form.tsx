'use client';

import { Button, FormErrorSummary, useHotkeys, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { UnsavedGuard } from '../unsaved-guard.tsx';
import { type Source, useSourceSaved } from '../use-source.ts';
import { ConsentFields } from './consent-fields.tsx';
import type { DraftSection } from './draft-section.ts';
import { LicenceFields } from './licence-fields.tsx';
import { OriginFields } from './origin-fields.tsx';
import { RetentionFields } from './retention-fields.tsx';
import { ShowingFields } from './showing-fields.tsx';
import { draftErrors, draftOf, type StatedTerms, termsOf } from './terms-draft.ts';

function stated({ override: _override, ...terms }: Source['terms']): StatedTerms {
  return terms;
}

const same = (a: StatedTerms, b: StatedTerms) => JSON.stringify(a) === JSON.stringify(b);

/** Licence, ground, origin and retention: what may be done with the data, and for how long. */
export function TermsForm({ source }: { source: Source }) {
  const t = useTranslations('sources.terms');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  // What the form was filled from: if others change the terms meanwhile, saving is refused instead of undoing theirs.
  const [base, setBase] = useState({ terms: stated(source.terms), revision: source.revision });
  const [draft, setDraft] = useState(() => draftOf(base.terms));
  const [showErrors, setShowErrors] = useState(false);
  const saved = useSourceSaved(source.id);
  const save = useMutation(trpc.source.terms.mutationOptions());
  const dirty = !same(termsOf(draft), termsOf(draftOf(base.terms)));
  const fresh = stated(source.terms);
  if (!dirty && !same(fresh, base.terms)) {
    setBase({ terms: fresh, revision: source.revision });
    setDraft(draftOf(fresh));
  }
  const errors = draftErrors(draft).map(({ fieldId, code }) => ({ fieldId, message: t(`error.${code}`) }));
  const section: DraftSection = {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    errorOf: (fieldId) =>
      showErrors ? errors.find((error) => error.fieldId === fieldId)?.message : undefined,
  };
  const submit = async () => {
    setShowErrors(true);
    if (errors.length > 0 || save.isPending) return;
    try {
      const revision = same(fresh, base.terms) ? source.revision : base.revision;
      const terms = termsOf(draft);
      await save.mutateAsync({ sourceId: source.id, revision, terms });
      setBase({ terms, revision: revision + 1 });
      setShowErrors(false);
      const reading = saved(revision, (known) => ({ terms: { ...known.terms, ...terms } }));
      toast({ title: t('saved') });
      await reading;
    } catch {
      // The mutation keeps the refusal; what was typed stays.
    }
  };
  const startAnew = async () => {
    save.reset();
    await queryClient.invalidateQueries(trpc.source.get.pathFilter());
    setDraft(draftOf(base.terms));
  };
  useHotkeys([{ id: 'save', keys: 'Mod+S', inFields: true, run: () => void (dirty && submit()) }]);
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <UnsavedGuard dirty={dirty} />
      {showErrors ? <FormErrorSummary errors={errors} /> : null}
      <LicenceFields {...section} />
      <ConsentFields {...section} />
      <OriginFields {...section} />
      <RetentionFields {...section} />
      <ShowingFields {...section} />
      <RefusalCallout error={save.error} onReload={() => void startAnew()} />
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-page px-4 py-3">
        <p role="status" className="mr-auto text-sm text-fg-muted">
          {dirty ? t('unsaved') : t('allSaved')}
        </p>
        <Button disabled={!dirty} onClick={() => setDraft(draftOf(base.terms))}>
          {t('revert')}
        </Button>
        <Button type="submit" variant="primary" loading={save.isPending} disabled={!dirty}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
