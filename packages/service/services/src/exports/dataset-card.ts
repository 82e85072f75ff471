import type { ExportedRelease, ExportManifest } from '@assay/contracts';
import { IMAGE_LABEL_FORMAT_NAMES } from '@assay/formats';
import { imageFormatOf } from './image-labels.ts';

const plain = (text: string): string => text.replace(/[\\|`*_<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');

const REASONS: Readonly<Record<string, string>> = {
  'not-labelled': 'nobody labelled them',
  undecided: 'their answers make no label by this method',
  implausible: 'people found them implausible',
  artefact: 'people found a fault of the generator',
  rejected: 'an expert or a pattern rejected them',
  'in-review': 'they still waited for an expert',
};

/** The dataset card in Markdown: the same counts as the version's page shows. */
export function datasetCard(manifest: ExportManifest): string {
  const { counts, selection, lineage } = manifest;
  const lines: string[] = [`# ${plain(manifest.project)}, version ${manifest.number}`, ''];
  const { release } = manifest;
  if (release === null) {
    lines.push('> This is a version that was not released: nobody has approved it for use.', '');
  }
  if (release !== null) {
    lines.push(
      `> Release ${release.number}, ${plain(release.title)}: approved ${release.approvedAt} by ${release.approvedBy}, asked for by ${release.requestedBy}, under the policy ${plain(release.policy)}. Whether it still stands is told by the hash of this file, on the page “What is this file?”.`,
      '',
    );
  }
  if (manifest.message !== '') lines.push(plain(manifest.message), '');
  if (manifest.pictures !== null) {
    lines.push(
      `This is a dataset of pictures: ${manifest.pictures.samples} of its ${counts.samples} samples are pictures. A record names each by its id and path; the files themselves are not among the files of this export. What was drawn on them is in its final labels.`,
      '',
      ...manifest.pictureLabels.map(saidOfFormat),
      '',
    );
  }
  lines.push(
    `- Samples: ${counts.samples} of ${counts.rows} rows`,
    `- With a final label: ${counts.labelled}`,
    `- Answers behind them: ${counts.annotations} by ${counts.people} people`,
    `- Committed: ${manifest.committedAt} by ${manifest.committedBy}`,
    `- Root: \`${manifest.root}\``,
    '',
    '## Where it comes from',
    '',
  );
  for (const run of lineage) {
    const isPictures = manifest.pictures?.runs.includes(run.number) === true;
    const made = isPictures
      ? 'pictures that were brought in'
      : run.recipe === null
        ? run.generator === null
          ? 'not stated'
          : `imported, made by ${plain(run.generator)}`
        : `recipe ${plain(run.recipe.name)}, version ${run.recipe.number}`;
    lines.push(
      `- Run ${run.number}, ${plain(run.name)} (${run.origin}): ${run.samples} samples of ${run.rows} rows; ${made}; seed ${plain(run.seed)}${run.model === null ? '' : `; engine ${run.model.method} ${run.model.engineVersion}`}`,
    );
    if (run.source !== null) {
      lines.push(
        `  - Fitted on ${plain(run.source.name)}, version ${run.source.number}; licence: ${run.source.licence === null ? 'not stated' : plain(run.source.licence)}${run.source.split === null ? '' : `; split: ${run.source.split.fit} rows to fit, ${run.source.split.tune} to tune, ${run.source.split.test} to test`}`,
      );
    }
  }
  if (release !== null) lines.push(...evidence(release));
  lines.push('', '## What was left out', '');
  if (counts.exclusions.length === 0) lines.push('Nothing.');
  for (const { reason, count } of counts.exclusions)
    lines.push(`- ${count} rows: ${REASONS[reason] ?? reason}`);
  for (const { run, from, to } of manifest.lost) {
    lines.push(`- Rows ${from} to ${to - 1} of run ${run}: their file is lost`);
  }
  lines.push(
    '',
    '## Labels',
    '',
    `Where no expert decided, labels were made of people's answers by: ${selection.method}.`,
    '',
    '| how decided | labels |',
    '| --- | ---: |',
    ...counts.methods.map(({ method, count }) => `| ${method} | ${count} |`),
  );
  for (const schema of manifest.distribution) {
    lines.push('', `### ${plain(schema.labelSchema)}, version ${schema.number}`);
    for (const question of schema.questions) {
      lines.push('', `**${plain(question.name)}** (${question.answered} answered)`, '');
      lines.push('| answer | samples |', '| --- | ---: |');
      for (const { value, count } of question.values) lines.push(`| ${plain(value)} | ${count} |`);
    }
  }
  lines.push('', '## Columns', '', '| column | what it is | stored as |', '| --- | --- | --- |');
  for (const column of manifest.columns) {
    lines.push(
      `| ${plain(column.name)} | ${column.of === 'value' ? 'sample' : column.of} | ${column.physical} |`,
    );
  }
  lines.push('', '## How to check it', '', manifest.rootRule, '');
  for (const file of manifest.files) lines.push(`- \`${file.name}\`: SHA-256 \`${file.sha256}\``);
  return `${lines.join('\n')}\n`;
}

/** What a format of another tool has of what was drawn, and what it cannot say. */
function saidOfFormat({ kind, report }: ExportManifest['pictureLabels'][number]): string {
  const { images, regions, converted, dropped } = report;
  const lost = [
    ...converted.map(({ thing, to, count }) => `${count} × ${thing} as ${to}`),
    ...dropped.map(({ thing, why, count }) => `${count} × ${thing} left out (${why})`),
  ];
  const name = IMAGE_LABEL_FORMAT_NAMES[imageFormatOf(kind)];
  return `- ${name}: ${regions} regions on ${images} pictures${lost.length === 0 ? '' : `; ${lost.join(', ')}`}`;
}

/** On what grounds a release was approved. */
function evidence(release: ExportedRelease): string[] {
  const lines = ['', '## Final validation', ''];
  for (const { reportId, testRows, verdict } of release.reports) {
    lines.push(`- Report ${reportId}: ${verdict}, beside ${testRows} real rows that nothing was made from`);
  }
  const { pictures } = release;
  if (release.reports.length === 0) {
    lines.push(
      pictures === null
        ? 'No real data was there to compare with.'
        : 'There are no rows to compare with real ones; what was measured are the pictures and their labels.',
    );
  }
  if (pictures !== null) lines.push('', ...evidenceOfPictures(pictures));
  if (release.goals.length > 0) {
    lines.push('', '| goal | wanted | state |', '| --- | --- | --- |');
    for (const goal of release.goals) {
      lines.push(
        `| ${plain(goal.name)}${goal.ofPart ? ' (of a part of the rows)' : ''}${goal.blocking ? '' : ' (not blocking)'} | ${plain(`${goal.metric} ${goal.comparator} ${goal.target}`)} | ${goal.state} |`,
      );
    }
  }
  for (const waiver of release.waivers) {
    lines.push('', `Waived until ${waiver.endsOn}: ${plain(waiver.name)}. Reason: ${plain(waiver.reason)}`);
  }
  return lines;
}

/** How the pictures of a release stood, and by what right they are used. */
function evidenceOfPictures({
  pictures,
  verdict,
  gates,
  rights,
  described,
}: NonNullable<ExportedRelease['pictures']>): string[] {
  const blank = (text: string) => (text.trim() === '' ? '' : plain(text));
  return [
    `Pictures: ${pictures}; gates about them: ${verdict}`,
    '',
    '| gate | result |',
    '| --- | --- |',
    ...gates.map(
      ({ name, status, blocking }) => `| ${plain(name)}${blocking ? '' : ' (not blocking)'} | ${status} |`,
    ),
    '',
    ...(described === 0
      ? []
      : [
          `How they were made (model, prompt, seed) is said of ${described} of them, in columns of their records.`,
          '',
        ]),
    '| pictures | origin | made by | model | licence | to be named |',
    '| ---: | --- | --- | --- | --- | --- |',
    ...rights.map(
      (each) =>
        `| ${each.pictures} | ${each.origin} | ${blank(each.generator)} | ${blank(each.model)} | ${blank(each.licence)} | ${blank(each.attribution)} |`,
    ),
  ];
}
