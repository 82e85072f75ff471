'use client';

import { MOST_REMARK, shortened } from '@assay/contracts';
import { type Editor, type RegionRecord, regionOf, select, selectedIds } from '@assay/editor';
import { Checkbox, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/**
 * Says that one is not sure of a region, and why. Words are saved as they are typed, so that nothing is lost with the
 * page; all that is typed in one go is one step of the history.
 */
export function RemarkField({ region: { id, remark }, editor }: { region: RegionRecord; editor: Editor }) {
  const t = useTranslations('work.draw');
  const { store } = editor;
  // What is typed is shown at once: the record is read again with the next frame, and a key may come before that.
  const [typed, setTyped] = useState<string | null>(null);
  const say = (value: string) => {
    // Half a character is not stored: what would be refused would keep all else from being saved.
    const text = shortened(value, MOST_REMARK);
    const { remark: before } = regionOf(store, id) ?? {};
    if (before == null || before.text === text) return;
    const put = () => store.update('region', id, (now) => ({ ...now, remark: { text } }));
    setTyped(text);
    if (typed === null) editor.change('remark', put);
    else put();
  };
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('flag')}
        checked={remark != null}
        onChange={() => {
          if (!selectedIds(store).has(id)) select(store, [id]);
          editor.run('flag-region');
        }}
      />
      {remark == null ? null : (
        <Field label={t('remark')} optional>
          <Textarea
            rows={2}
            value={typed ?? remark.text}
            maxLength={MOST_REMARK}
            onChange={({ target }) => say(target.value)}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              if (event.shiftKey || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
            }}
          />
        </Field>
      )}
    </div>
  );
}
