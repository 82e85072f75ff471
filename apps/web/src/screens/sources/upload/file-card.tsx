'use client';

import { Callout, Card, FileDrop } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { checkChosenFile, type FileProblem } from './check-file.ts';
import { UploadProgress } from './upload-progress.tsx';
import type { useUpload } from './use-upload.ts';

type FileChoice = {
  upload: ReturnType<typeof useUpload>;
  title: string;
  hint: string;
  /** Endings of names, as an input of files takes them. */
  accept: string;
  /** Where less is taken than of any table: up to how many bytes, and what is said of more. */
  most?: { bytes: number; tooLarge: ReactNode };
  /** Before a file that can be used is sent. */
  onChosen?: (file: File) => void;
};

/** Where a file is chosen, and then how far it has arrived. */
export function FileCard(props: FileChoice) {
  return (
    <Card title={props.title}>
      {props.upload.state.phase === 'none' ? (
        <ChooseFile {...props} />
      ) : (
        <UploadProgress upload={props.upload} />
      )}
    </Card>
  );
}

function ChooseFile({ upload, title, hint, accept, most, onChosen }: FileChoice) {
  const t = useTranslations('sources.upload');
  const [problem, setProblem] = useState<{ file: string; code: FileProblem | 'over-most' } | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const isOver = most !== undefined && file.size > most.bytes;
    const code = (await checkChosenFile(file, accept)) ?? (isOver ? 'over-most' : null);
    setProblem(code === null ? null : { file: file.name, code });
    if (code !== null) return;
    onChosen?.(file);
    await upload.start(file);
  };
  return (
    <>
      <FileDrop label={title} accept={accept} hint={hint} onFiles={(files) => void choose(files[0])} />
      {problem === null ? null : (
        <Callout
          tone="bad"
          announce="alert"
          title={t('refusedFile', { file: problem.file })}
          className="mt-3"
        >
          {problem.code === 'over-most'
            ? most?.tooLarge
            : t(`problem.${problem.code}`, { endings: accept.replaceAll(',', ', ') })}
        </Callout>
      )}
    </>
  );
}
