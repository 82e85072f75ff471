import type { ExportColumn, ExportManifest } from '@assay/contracts';

const TYPES: Readonly<Record<ExportColumn['physical'], string>> = {
  BIGINT: 'sc:Integer',
  DOUBLE: 'sc:Float',
  BOOLEAN: 'sc:Boolean',
  VARCHAR: 'sc:Text',
  DATE: 'sc:Date',
  TIMESTAMP: 'sc:DateTime',
  TIMESTAMPTZ: 'sc:DateTime',
};

const ENCODINGS = { csv: 'text/csv', jsonl: 'application/jsonl', parquet: 'application/x-parquet' } as const;

/** Where a value lies in a line of JSON. */
function jsonPath(column: ExportColumn): string {
  if (column.of === 'origin') return '$.sample.origin';
  if (column.of === 'value') return `$.sample.values[${JSON.stringify(column.column)}]`;
  return `$.${column.of}`;
}

/**
 * Metadata of an export as Croissant 1.1 (JSON-LD), from the same measurements as its card.
 *
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
 */
export function croissantOf(manifest: ExportManifest): object {
  const { format } = manifest;
  const data = manifest.files.find((file) => file.kind === 'data');
  const ofPictures = manifest.release?.pictures?.rights.map(({ licence }) => licence) ?? [];
  const ofSources = manifest.lineage.flatMap((run) => run.source?.licence ?? []);
  const licences = [...new Set([...ofSources, ...ofPictures.filter((licence) => licence !== '')])];
  const columns = manifest.columns.filter((column) => format !== 'jsonl' || column.of !== 'label');
  return {
    '@context': {
      '@language': 'en',
      '@vocab': 'https://schema.org/',
      citeAs: 'cr:citeAs',
      column: 'cr:column',
      conformsTo: 'dct:conformsTo',
      cr: 'http://mlcommons.org/croissant/',
      data: { '@id': 'cr:data', '@type': '@json' },
      dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
      dct: 'http://purl.org/dc/terms/',
      extract: 'cr:extract',
      field: 'cr:field',
      fileObject: 'cr:fileObject',
      jsonPath: 'cr:jsonPath',
      rai: 'http://mlcommons.org/croissant/RAI/',
      recordSet: 'cr:recordSet',
      sc: 'https://schema.org/',
      source: 'cr:source',
    },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: manifest.project,
    description: `${manifest.counts.samples} samples, ${manifest.counts.labelled} of them with a final label.${manifest.message === '' ? '' : ` ${manifest.message}`}`,
    version: `${manifest.number}.0.0`,
    identifier: manifest.root,
    dateCreated: manifest.committedAt,
    datePublished: manifest.release?.approvedAt ?? manifest.committedAt,
    ...(licences.length === 0 ? {} : { license: licences }),
    creativeWorkStatus: manifest.released ? 'Released' : 'Not released',
    'rai:dataCollection': manifest.lineage
      .map(
        (run) =>
          `Run ${run.number}: ${run.origin}${run.recipe === null ? '' : `, recipe ${run.recipe.name} version ${run.recipe.number}`}, seed ${run.seed}`,
      )
      .join('. '),
    'rai:dataAnnotationProtocol': manifest.documents
      .map((document) => `${document.kind} ${document.name}, version ${document.number}`)
      .join('; '),
    'rai:annotationsPerItem':
      manifest.counts.labelled === 0
        ? '0'
        : (manifest.counts.annotations / manifest.counts.labelled).toFixed(2),
    distribution: manifest.files.map((file) => ({
      '@type': 'cr:FileObject',
      '@id': file.kind,
      name: file.name,
      contentUrl: file.name,
      contentSize: `${file.bytes} B`,
      encodingFormat:
        file.kind === 'data'
          ? ENCODINGS[format]
          : file.name.endsWith('.jsonl')
            ? 'application/jsonl'
            : 'application/json',
      sha256: file.sha256,
    })),
    recordSet:
      data === undefined
        ? []
        : [
            {
              '@type': 'cr:RecordSet',
              '@id': 'samples',
              name: 'samples',
              key: { '@id': 'samples/assay_key' },
              field: columns.map((column) => ({
                '@type': 'cr:Field',
                '@id': `samples/${column.name}`,
                name: column.name,
                dataType: TYPES[column.physical],
                source: {
                  fileObject: { '@id': 'data' },
                  extract: format === 'jsonl' ? { jsonPath: jsonPath(column) } : { column: column.name },
                },
              })),
            },
          ],
  };
}
