import type { LabelSchema } from '@assay/contracts';

/** The keys that answer questions of a schema, each with what it gives: a label, a reason, or a step of a rating. */
export function labelKeysOf(schema: LabelSchema): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const add = (key: string | null, name: string) => {
    if (key !== null && !keys.has(key)) keys.set(key, name);
  };
  for (const question of schema.questions) {
    if ('labels' in question) {
      for (const label of question.labels) if (!label.deprecated) add(label.key, label.name);
    } else if (question.kind === 'cells') {
      for (const reason of question.reasons) if (!reason.deprecated) add(reason.key, reason.name);
    } else if (question.kind === 'rating') {
      for (let step = Math.max(0, question.min); step <= Math.min(9, question.max); step += 1) {
        add(String(step), `${question.name} ${step}`);
      }
    }
  }
  return keys;
}
