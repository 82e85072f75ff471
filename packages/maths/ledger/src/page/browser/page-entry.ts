import {
  canonicalJson,
  NoteError,
  parseVerifierKey,
  type VerificationReport,
  verifyExport,
} from '../../index.ts';
import { element } from './element.ts';
import { fileChunks } from './file-chunks.ts';
import { showReport } from './show-report.ts';

const key = element('key', HTMLTextAreaElement);
const file = element('file', HTMLInputElement);
const start = element('start', HTMLButtonElement);
const stop = element('stop', HTMLButtonElement);
const drop = element('drop', HTMLElement);
const running = element('running', HTMLElement);
const progress = element('progress', HTMLProgressElement);
const progressText = element('progress-text', HTMLElement);
const live = element('live', HTMLElement);

// The page of the log gives its key with the address (`#key=…`), which no server sees. Whoever opens the page decides
// whether to trust it, so it is said where the key came from.
const given = new URLSearchParams(location.hash.slice(1)).get('key');
if (given !== null && key.value === '') {
  key.value = given;
  element('key-help', HTMLElement).hidden = true;
  element('key-given', HTMLElement).hidden = false;
}

let latest: VerificationReport | undefined;
let current: AbortController | undefined;

/** Shows why a field is wrong, or that it is not. Gives whether it is right. */
function tell(field: HTMLElement, errorId: string, message: string): boolean {
  const error = element(errorId, HTMLElement);
  error.textContent = message;
  error.hidden = message === '';
  field.setAttribute('aria-invalid', String(message !== ''));
  return message === '';
}

function keyFault(): string {
  if (key.value.trim() === '') return 'Paste the verifier key first.';
  try {
    parseVerifierKey(key.value);
    return '';
  } catch (error) {
    if (error instanceof NoteError) return error.message;
    throw error;
  }
}

/** Shows progress with the next frame: the file is read in far more pieces than can be seen. */
function progressOf(size: number): (state: { readonly bytes: number; readonly problems: number }) => void {
  let waiting = false;
  let newest = { bytes: 0, problems: 0 };
  return (state) => {
    newest = state;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const percent = size === 0 ? 100 : Math.floor((newest.bytes / size) * 100);
      progress.value = percent;
      progressText.textContent = `${percent}% read, problems so far: ${newest.problems}`;
    });
  };
}

async function verify(chosen: File): Promise<void> {
  current = new AbortController();
  const { signal } = current;
  element('result', HTMLElement).hidden = true;
  progress.value = 0;
  progressText.textContent = '';
  running.hidden = false;
  stop.hidden = false;
  start.disabled = true;
  live.textContent = 'Verifying…';
  try {
    latest = await verifyExport(fileChunks(chosen, signal), {
      verifierKey: key.value,
      onProgress: progressOf(chosen.size),
    });
    showReport(latest, chosen.name);
    live.textContent = latest.verified ? 'Done: verified.' : 'Done: it does not verify.';
  } catch {
    live.textContent = signal.aborted ? 'Stopped. Nothing was verified.' : '';
    if (!signal.aborted)
      tell(file, 'file-error', 'The file cannot be read. Was it moved or changed? Choose it again.');
  } finally {
    running.hidden = true;
    stop.hidden = true;
    start.disabled = false;
    current = undefined;
  }
}

element('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (current !== undefined) return;
  const chosen = file.files?.[0];
  const keyIsGood = tell(key, 'key-error', keyFault());
  const fileIsGood = tell(file, 'file-error', chosen === undefined ? 'Choose the exported file first.' : '');
  if (!keyIsGood) key.focus();
  else if (!fileIsGood) file.focus();
  else if (chosen !== undefined) void verify(chosen);
});

stop.addEventListener('click', () => current?.abort());

for (const kind of ['dragenter', 'dragover'] as const) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
document.addEventListener('dragleave', () => drop.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  const files = event.dataTransfer?.files;
  if (files === undefined || files.length === 0) return;
  file.files = files;
  tell(file, 'file-error', '');
});

element('save', HTMLButtonElement).addEventListener('click', () => {
  if (latest === undefined) return;
  const address = URL.createObjectURL(new Blob([`${canonicalJson(latest)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ledger-verification.json';
  link.click();
  URL.revokeObjectURL(address);
});
