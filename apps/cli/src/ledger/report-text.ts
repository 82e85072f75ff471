import type { VerificationReport } from '@assay/ledger';

/** A verification report as text for a terminal, each problem on its own line. */
export function reportText(report: VerificationReport): string {
  const { checked, checkpoint, problems, problemCount } = report;
  const lines = [
    ...problems.map(({ line, code, message }) => `line ${line}: ${message} [${code}]`),
    ...(problemCount > problems.length ? [`... and ${problemCount - problems.length} more problems.`] : []),
    ...(problemCount > 0 ? [''] : []),
    verdict(report),
    `  ledger       ${report.origin ?? 'unknown'}`,
    `  entries      ${checked.entries} read, ${checked.provenEntries} proven, ${checked.destroyedEntries} destroyed`,
    `  checkpoints  ${checked.checkpoints} read, ${checked.goodCheckpoints} good`,
    `  time         ${checked.firstTime ?? 'unknown'} to ${checked.lastTime ?? 'unknown'}`,
    `  signed head  ${checkpoint === null ? 'none' : `${checkpoint.size} entries, root ${checkpoint.root}`}`,
  ];
  if (report.selection !== null) lines.push(`  selection    ${report.selection}`);
  return `${lines.join('\n')}\n`;
}

function verdict({ verified, complete, problemCount }: VerificationReport): string {
  if (!verified)
    return `DOES NOT VERIFY: ${problemCount} ${problemCount === 1 ? 'problem' : 'problems'} found.`;
  return complete
    ? 'VERIFIED: the log is complete and is exactly what was signed with this key.'
    : 'VERIFIED: these entries are exactly what was signed with this key. It is a selection, not the whole log.';
}
