import {
  type ConsentBasis,
  licence as licenceSchema,
  type Purpose,
  type SourceTerms,
} from '@assay/contracts';
import { TERM_IDS } from '../overview/readiness-links.ts';

/** What can be stated on the form; an override is decided elsewhere and kept as it is. */
export type StatedTerms = Omit<SourceTerms, 'override'>;

/** The terms as fields of a form: an empty text means that nobody has said. */
export type TermsDraft = {
  /** `''` unsaid, `custom`, or an SPDX id. */
  licence: string;
  customName: string;
  url: string;
  permits: 'unread' | 'yes' | 'no';
  licenceExpires: string;
  attribution: string;
  basis: ConsentBasis | '';
  scope: readonly Purpose[];
  consentExpires: string;
  withdrawn: string;
  evidence: string;
  jurisdictions: readonly string[];
  collectedFrom: string;
  collectedTo: string;
  owner: string;
  deleteOn: string;
  keepForDays: number | null;
  hold: boolean;
  holdReason: string;
  holdSince: string;
  rowsToLabellers: boolean;
};

export const CUSTOM = 'custom';

export function draftOf(terms: StatedTerms): TermsDraft {
  const { licence, consent, retention } = terms;
  return {
    licence: licence === null ? '' : licence.name.kind === 'spdx' ? licence.name.id : CUSTOM,
    customName: licence?.name.kind === 'custom' ? licence.name.name : '',
    url: licence?.url ?? '',
    permits: licence?.permitsSynthesis == null ? 'unread' : licence.permitsSynthesis ? 'yes' : 'no',
    licenceExpires: licence?.expiresOn ?? '',
    attribution: licence?.attribution ?? '',
    basis: consent?.basis ?? '',
    scope: consent?.scope ?? [],
    consentExpires: consent?.expiresOn ?? '',
    withdrawn: consent?.withdrawnOn ?? '',
    evidence: consent?.evidence ?? '',
    jurisdictions: terms.jurisdictions,
    collectedFrom: terms.collectedFrom ?? '',
    collectedTo: terms.collectedTo ?? '',
    owner: terms.owner ?? '',
    deleteOn: retention?.deleteOn ?? '',
    keepForDays: retention?.keepForDays ?? null,
    hold: retention?.legalHold != null,
    holdReason: retention?.legalHold?.reason ?? '',
    holdSince: retention?.legalHold?.since ?? '',
    rowsToLabellers: terms.rowsToLabellers,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form back as terms. Ask `draftErrors` first. */
export function termsOf(draft: TermsDraft): StatedTerms {
  const hasRetention = draft.deleteOn !== '' || draft.keepForDays !== null || draft.hold;
  return {
    type: 'assay.source-terms',
    version: 1,
    licence:
      draft.licence === ''
        ? null
        : {
            name:
              draft.licence === CUSTOM
                ? { kind: 'custom', name: draft.customName.trim() }
                : { kind: 'spdx', id: draft.licence },
            url: orNull(draft.url),
            expiresOn: orNull(draft.licenceExpires),
            permitsSynthesis: draft.permits === 'unread' ? null : draft.permits === 'yes',
            attribution: orNull(draft.attribution),
          },
    consent:
      draft.basis === ''
        ? null
        : {
            basis: draft.basis,
            scope: [...draft.scope],
            expiresOn: orNull(draft.consentExpires),
            withdrawnOn: orNull(draft.withdrawn),
            evidence: orNull(draft.evidence),
          },
    jurisdictions: [...draft.jurisdictions],
    collectedFrom: orNull(draft.collectedFrom),
    collectedTo: orNull(draft.collectedTo),
    owner: orNull(draft.owner),
    retention: hasRetention
      ? {
          deleteOn: orNull(draft.deleteOn),
          keepForDays: draft.keepForDays,
          legalHold: draft.hold ? { reason: draft.holdReason.trim(), since: draft.holdSince } : null,
        }
      : null,
    rowsToLabellers: draft.rowsToLabellers,
  };
}

export type DraftError =
  | 'custom-name'
  | 'url'
  | 'collected-order'
  | 'keep-days'
  | 'hold-reason'
  | 'hold-since'
  | 'too-many-jurisdictions';

/** What is wrong with the form, with the id of the field where it is mended. */
export function draftErrors(draft: TermsDraft): { fieldId: string; code: DraftError }[] {
  const errors: { fieldId: string; code: DraftError }[] = [];
  if (draft.licence === CUSTOM && draft.customName.trim() === '') {
    errors.push({ fieldId: 'licence-name', code: 'custom-name' });
  }
  if (draft.licence !== '' && !licenceSchema.shape.url.safeParse(orNull(draft.url)).success) {
    errors.push({ fieldId: 'licence-url', code: 'url' });
  }
  if (draft.jurisdictions.length > 50) {
    errors.push({ fieldId: TERM_IDS.jurisdictions, code: 'too-many-jurisdictions' });
  }
  if (draft.collectedFrom !== '' && draft.collectedTo !== '' && draft.collectedFrom > draft.collectedTo) {
    errors.push({ fieldId: TERM_IDS.collectedTo, code: 'collected-order' });
  }
  const days = draft.keepForDays;
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 36_525)) {
    errors.push({ fieldId: TERM_IDS.retention, code: 'keep-days' });
  }
  if (draft.hold && draft.holdReason.trim() === '')
    errors.push({ fieldId: 'hold-reason', code: 'hold-reason' });
  if (draft.hold && draft.holdSince === '') errors.push({ fieldId: 'hold-since', code: 'hold-since' });
  return errors;
}
