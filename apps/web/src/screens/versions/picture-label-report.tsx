import { geometryKind } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import type { ExportView } from './use-version.ts';

type Report = NonNullable<ExportView['files'][number]['report']>;

/**
 * What a format of another tool made of the regions. What it has no word for at all, such as ids and colours, is the
 * same for every file of the format, and stands in the manifest.
 */
export function PictureLabelReport({ report }: { report: Report }) {
  const t = useTranslations('versions.exports.report');
  const kinds = useTranslations('labelSchemas.editor.shapeKinds');
  const nameOf = (text: string): string | null => {
    const kind = geometryKind.safeParse(text);
    return kind.success ? kinds(kind.data) : null;
  };
  const told = [
    ...report.converted.flatMap(({ thing, to, count }) => {
      const [from, into] = [nameOf(thing), nameOf(to)];
      return from === null || into === null ? [] : [t('converted', { count, thing: from, to: into })];
    }),
    ...report.dropped.flatMap(({ thing, count }) => {
      const name = thing === 'image' ? t('image') : nameOf(thing);
      return name === null ? [] : [t('dropped', { count, thing: name })];
    }),
  ];
  const { images, regions } = report;
  return (
    <span className="text-xs font-normal text-fg-secondary">
      {[t(told.length === 0 ? 'all' : 'some', { images, regions }), ...told].join(' · ')}
    </span>
  );
}
