export const HELP = `Usage: assay COMMAND [flags]

  assay profile --input FILE [--json FILE|-]     what a table holds: types, roles, personal data, statistics
  assay synthesize --input FILE --output FILE    synthetic rows that are like the real ones
  assay validate --real FILE --synthetic FILE    a synthetic table against the real one: realistic, useful, private, fair
  assay agree --ratings FILE                     how far raters agree, corrected for chance
  assay rows --run ID --output FILE              the rows of a run, from a running Assay
  assay export --version ID --output FOLDER      a version or a release with its evidence, from a running Assay
  assay pull --project ID --output FOLDER        what a branch or tag points at now, from a running Assay
  assay push FILE --project ID --as USE          labels, a table or a run to a running Assay
  assay inspect FILE                             what an exported file is, and whether it is what it says, offline
  assay ledger verify FILE --key KEY [--json]    verify an exported audit log, offline
  assay ledger export --output FILE              the audit log of an organisation, from here or a running Assay
  assay ledger page --output FILE                write the page that verifies audit logs in a browser, offline

"assay COMMAND --help" tells more of each, with examples. Progress goes to stderr, results to stdout.
Exit status: 0 done, 1 an audit log or a file that does not verify, or a gate that fails, 2 wrong usage or input, 130 stopped by Ctrl-C.

In the repository: npm run -s assay -- COMMAND [flags]
`;

export const LEDGER_HELP = `Usage: assay ledger COMMAND [flags]

  assay ledger verify FILE --key KEY [--json]    verify an exported audit log, offline
  assay ledger export --output FILE              the audit log of an organisation, from here or a running Assay
  assay ledger page --output FILE                write the page that verifies audit logs in a browser, offline

"assay ledger COMMAND --help" tells more of each, with examples.

Example:
  assay ledger verify log.assay-ledger.jsonl --key ledger.key
`;
