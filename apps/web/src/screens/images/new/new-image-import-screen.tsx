'use client';

import { type ImageOrigin, imageImportAbout, imageOrigin, MOST_IMAGE_UPLOADS } from '@assay/contracts';
import {
  Button,
  Callout,
  Card,
  Field,
  FileDrop,
  formatBytes,
  Input,
  PageHeader,
  Progress,
  RadioGroup,
  Textarea,
  type TreeFile,
  useUi,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useMemo, useState } from 'react';
import { NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { SubmitRow } from '../../sources/upload/submit-row.tsx';
import { useMay } from '../../sources/use-source.ts';
import { planPacks } from './plan-packs.ts';
import { SendingStopped, useSendPacks } from './use-send-packs.ts';

const ACCEPTED = '.jpg,.jpeg,.png,.webp,.avif,.tif,.tiff,.zip,.csv,.jsonl';
const BLANK = { origin: 'synthetic' as ImageOrigin, generator: '', licence: '', attribution: '', note: '' };

/** Two folders may hold files of one name: a file is told by its size and time too. */
const keyOfFile = ({ path, file }: TreeFile): string => `${path} ${file.size} ${file.lastModified}`;

/** Brings pictures: which, where they are from, and by what right. */
export function NewImageImportScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('images.new');
  const words = useTranslations('images');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, mayNot } = useMay(projectId);
  return (
    <div className="flex max-w-3xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/images`) },
          { label: words('titles.new') },
        ])}
      />
      {mayNot('image.import') ? (
        <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
      ) : (
        <ImportForm projectId={projectId} />
      )}
    </div>
  );
}

function ImportForm({ projectId }: { projectId: string }) {
  const t = useTranslations('images.new');
  const words = useTranslations('images');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { locale } = useUi();
  const [files, setFiles] = useState<readonly TreeFile[]>([]);
  const [about, setAbout] = useState(BLANK);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const sender = useSendPacks(projectId);
  const create = useMutation(trpc.imageImport.create.mutationOptions());
  const change = (part: Partial<typeof BLANK>) => setAbout((now) => ({ ...now, ...part }));
  const bytes = files.reduce((sum, each) => sum + each.file.size, 0);
  const plan = useMemo(() => planPacks(files), [files]);
  const needsRight = about.origin !== 'synthetic';
  const needsMaker = about.origin !== 'real';
  const missing =
    plan.packs.length === 0
      ? t('chooseFirst')
      : plan.tooMany
        ? t('tooMany', { most: MOST_IMAGE_UPLOADS })
        : needsRight && about.licence.trim() === ''
          ? t('sayRight')
          : needsMaker && about.generator.trim() === ''
            ? t('sayMaker')
            : null;
  const busy = sender.state.phase !== 'none' || create.isPending || create.isSuccess;

  const take = (more: readonly TreeFile[]) =>
    setFiles((now) => [...new Map([...now, ...more].map((each) => [keyOfFile(each), each])).values()]);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (missing !== null || busy) return;
    setFailure(null);
    try {
      const said = imageImportAbout.parse({ ...about, generator: needsMaker ? about.generator : '' });
      const uploadIds = await sender.send(plan.packs);
      const { importId } = await create.mutateAsync({
        projectId,
        name: name.trim() || t('unnamed', { count: files.length }),
        about: said,
        uploadIds,
      });
      void queryClient.invalidateQueries(trpc.imageImport.pathFilter());
      router.push(path(`/image-imports/${importId}`));
    } catch (error) {
      if (!(error instanceof SendingStopped)) setFailure(error);
    }
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <Card title={t('files')}>
        <FileDrop
          label={t('files')}
          accept={ACCEPTED}
          multiple
          disabled={busy}
          hint={t('filesHint')}
          onTree={take}
        >
          {files.length === 0 ? null : (
            <p className="flex flex-wrap items-center justify-center gap-2 text-sm" role="status">
              {t('chosen', { count: files.length, size: formatBytes(bytes, locale) })}
              {busy ? null : (
                <Button size="sm" variant="quiet" icon={<X aria-hidden />} onClick={() => setFiles([])}>
                  {t('chooseOthers')}
                </Button>
              )}
            </p>
          )}
        </FileDrop>
        {plan.tooLarge.length === 0 ? null : (
          <Callout
            tone="warn"
            announce="status"
            title={t('tooLarge', { count: plan.tooLarge.length })}
            className="mt-3"
          >
            {plan.tooLarge
              .slice(0, 5)
              .map(({ path }) => path)
              .join(', ')}
          </Callout>
        )}
      </Card>
      <Card title={t('origin')}>
        <div className="flex flex-col gap-4">
          <RadioGroup
            cards
            aria-label={t('origin')}
            value={about.origin}
            onChange={(value) => change({ origin: imageOrigin.parse(value) })}
            options={imageOrigin.options.map((value) => ({
              value,
              label: words(`origins.${value}`),
              hint: words(`originHints.${value}`),
            }))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {needsMaker ? (
              <Field label={t('generator')} hint={t('generatorHint')} required>
                <Input
                  value={about.generator}
                  maxLength={200}
                  disabled={busy}
                  onChange={(event) => change({ generator: event.target.value })}
                />
              </Field>
            ) : null}
            <Field
              label={t('licence')}
              hint={t('licenceHint')}
              {...(needsRight ? { required: true } : { optional: true })}
            >
              <Input
                value={about.licence}
                maxLength={500}
                disabled={busy}
                onChange={(event) => change({ licence: event.target.value })}
              />
            </Field>
            <Field label={t('attribution')} hint={t('attributionHint')} optional>
              <Input
                value={about.attribution}
                maxLength={500}
                disabled={busy}
                onChange={(event) => change({ attribution: event.target.value })}
              />
            </Field>
            <Field label={t('name')} hint={t('nameHint')} optional>
              <Input
                value={name}
                maxLength={120}
                disabled={busy}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Field label={t('note')} optional className="sm:col-span-2">
              <Textarea
                rows={2}
                value={about.note}
                maxLength={2000}
                disabled={busy}
                onChange={(event) => change({ note: event.target.value })}
              />
            </Field>
          </div>
        </div>
      </Card>
      <Sending sender={sender} />
      {failure instanceof Error && failure.constructor === Error ? (
        <Callout tone="bad" title={t('notSent')} announce="alert">
          {failure.message}
        </Callout>
      ) : (
        <RefusalCallout error={failure} />
      )}
      <SubmitRow label={t('go')} waitsFor={missing} ready={missing === null} busy={busy} />
    </form>
  );
}

/** How far the pictures have come. */
function Sending({ sender }: { sender: ReturnType<typeof useSendPacks> }) {
  const t = useTranslations('images.new');
  const { locale } = useUi();
  const { phase, sent, total, rate, timeLeftMs } = sender.state;
  if (phase === 'none') return null;
  return (
    <Card title={t('sending')}>
      <div className="flex flex-col gap-3">
        <Progress
          label={phase === 'packing' ? t('packing') : t('onTheWay')}
          done={sent}
          total={total}
          format={(value) => formatBytes(value, locale)}
          {...(rate === null ? {} : { rate })}
          {...(timeLeftMs === null ? {} : { timeLeftMs })}
          tone={phase === 'lost' ? 'warn' : 'accent'}
        />
        {phase === 'lost' ? (
          <Callout tone="warn" announce="status" title={t('lostTitle')}>
            {t('lostBody')}
          </Callout>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button size="sm" icon={<X aria-hidden />} onClick={() => void sender.cancel()}>
            {t('stop')}
          </Button>
          <p className="text-xs text-fg-muted">{t('stay')}</p>
        </div>
      </div>
    </Card>
  );
}
