import type { VerificationReport } from '../../index.ts';
import { element } from './element.ts';

const number = new Intl.NumberFormat('en');

/** Shows what was found, and moves the focus to it. */
export function showReport(report: VerificationReport, fileName: string): void {
  const verdict = element('verdict', HTMLElement);
  verdict.textContent = verdictOf(report);
  verdict.className = `verdict ${report.verified ? 'good' : 'bad'}`;
  element('facts', HTMLElement).replaceChildren(
    ...factsOf(report, fileName).flatMap(([name, value]) => [text('dt', name), text('dd', value)]),
  );
  const { problems, problemCount } = report;
  element('problems', HTMLElement).hidden = report.verified;
  element('problems-title', HTMLElement).textContent =
    problemCount > problems.length
      ? `Problems: the first ${number.format(problems.length)} of ${number.format(problemCount)}`
      : `Problems: ${number.format(problemCount)}`;
  element('problem-list', HTMLElement).replaceChildren(
    ...problems.map(({ line, message }) => text('li', `Line ${number.format(line)}: ${message}`)),
  );
  element('result', HTMLElement).hidden = false;
  element('result-title', HTMLElement).focus();
}

function verdictOf({ verified, problemCount, complete }: VerificationReport): string {
  if (!verified) {
    return `Does not verify: ${number.format(problemCount)} ${problemCount === 1 ? 'problem was' : 'problems were'} found.`;
  }
  return complete
    ? 'Verified: the log is complete and is exactly what was signed with this key.'
    : 'Verified: these entries are part of the log and are exactly what was signed with this key. It is a selection, not the whole log.';
}

function factsOf(report: VerificationReport, fileName: string): [string, string][] {
  const { checked, checkpoint } = report;
  const facts: [string, string][] = [
    ['File', fileName],
    ['Ledger', report.origin ?? 'unknown: the header cannot be read'],
    ['Entries', `${number.format(checked.entries)} read, ${number.format(checked.provenEntries)} proven`],
    ['Destroyed entries', `${number.format(checked.destroyedEntries)} (content erased, place still proven)`],
    [
      'Checkpoints',
      `${number.format(checked.checkpoints)} read, ${number.format(checked.goodCheckpoints)} good`,
    ],
    ['First entry', checked.firstTime ?? 'none with a time'],
    ['Last entry', checked.lastTime ?? 'none with a time'],
    [
      'Size of the log',
      checkpoint === null ? 'no signed checkpoint' : `${number.format(checkpoint.size)} entries`,
    ],
    ['Root', checkpoint === null ? 'no signed checkpoint' : checkpoint.root],
    ['Size of the file', `${number.format(checked.bytes)} bytes, ${number.format(checked.lines)} lines`],
  ];
  if (report.selection !== null) facts.splice(2, 0, ['Selection', report.selection]);
  return facts;
}

function text(tag: 'dt' | 'dd' | 'li', content: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}
