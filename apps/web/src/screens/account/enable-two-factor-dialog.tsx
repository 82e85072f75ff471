'use client';

import { Button, Callout, CopyButton, Dialog, Field, Input, useToast } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';
import { QrCode } from './qr-code.tsx';

const FORM = 'enable-two-factor';

type Stage = 'password' | 'scan' | 'codes';

/** Password, then the app's first code, then the backup codes; it is on only after the code was right. */
export function EnableTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const entry = useTranslations('entry');
  const common = useTranslations('common');
  const router = useRouter();
  const { toast } = useToast();
  const { run, busy, error } = useAuthAction();
  const [stage, setStage] = useState<Stage>('password');
  const [password, setPassword] = useState('');
  const [setup, setSetup] = useState({ uri: '', codes: [] as string[] });
  const [code, setCode] = useState('');
  const codeInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (stage === 'scan') codeInput.current?.focus();
  }, [stage]);
  const secret = setup.uri === '' ? '' : (new URL(setup.uri).searchParams.get('secret') ?? '');

  const begin = () =>
    run(async () => {
      const answer = await authClient.twoFactor.enable({ password });
      if (answer.data) {
        setSetup({ uri: answer.data.totpURI, codes: answer.data.backupCodes });
        setStage('scan');
      }
      return answer;
    });
  const verify = async () => {
    if (await run(() => authClient.twoFactor.verifyTotp({ code: code.replaceAll(' ', '') }))) {
      setStage('codes');
      toast({ title: t('enabled') });
      router.refresh();
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={stage === 'codes' ? t('codesTitle') : t('enable')}
      description={stage === 'scan' ? t('scanBody') : undefined}
      footer={
        stage === 'codes' ? (
          <Button variant="primary" onClick={onClose}>
            {t('codesKept')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button type="submit" form={FORM} variant="primary" loading={busy}>
              {stage === 'password' ? common('next') : t('turnOn')}
            </Button>
          </>
        )
      }
    >
      {stage === 'password' ? (
        <PasswordStep
          form={FORM}
          password={password}
          error={error}
          onChange={setPassword}
          onSubmit={() => void begin()}
        />
      ) : null}
      {stage === 'scan' ? (
        <form
          id={FORM}
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void verify();
          }}
        >
          {error === null ? null : <Callout tone="bad">{error}</Callout>}
          <div className="flex flex-wrap items-center gap-5">
            <QrCode text={setup.uri} label={t('qrLabel')} />
            <div className="min-w-0 flex-1 basis-48 text-sm">
              <p className="text-fg-secondary">{t('typeSecret')}</p>
              <p className="mt-2 flex items-center gap-1">
                <code className="font-mono wrap-anywhere">{secret}</code>
                <CopyButton text={secret} label={t('copySecret')} />
              </p>
            </div>
          </div>
          <Field label={entry('twoFactorCode')} hint={entry('twoFactorBody')} required>
            <Input
              ref={codeInput}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        </form>
      ) : null}
      {stage === 'codes' ? <BackupCodes codes={setup.codes} /> : null}
    </Dialog>
  );
}
