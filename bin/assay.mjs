#!/usr/bin/env node
// The one plain program: checks Node, installs what is missing, and hands over to TypeScript.
import { fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const command = process.argv[2] || 'help';
const rest = process.argv.slice(3);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function checkNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  fail(
    `Assay needs Node.js 20.19 or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org and try again.`,
  );
}

/** All manifests and the lockfile: when one changes, installing is due. */
function installKey() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  for (const group of [
    'apps',
    'packages/maths',
    'packages/model',
    'packages/adapters',
    'packages/view',
    'packages/service',
    'packages/tools',
  ]) {
    const dir = path.join(root, group);
    if (!existsSync(dir)) continue;
    for (const name of readdirSync(dir).sort()) files.push(path.join(group, name, 'package.json'));
  }
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of files) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}

function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, options);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

async function install() {
  const marker = path.join(root, 'node_modules', '.assay-installed');
  const key = installKey();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === key) return;
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  process.stderr.write('Installing packages (the first time takes about half a minute) ...\n');
  // Installing talks to stderr: the stdout of a command is its result. npm is a script on Windows, so it wants a shell there.
  const code = await run(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${packageManager}`,
      '--',
      'pnpm',
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
      '--reporter=append-only',
    ],
    {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      stdio: ['ignore', process.env.ASSAY_VERBOSE ? 2 : 'ignore', 2],
      shell: process.platform === 'win32',
    },
  );
  if (code !== 0)
    fail(
      'The packages could not be installed: see the lines above. Check the connection to the npm registry, then run the same command again.',
    );
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, key);
}

/** The command line works where the person is, everything else in the repository: npm runs a script in the latter. */
function folderOfThePerson() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'assay' && folder ? folder : process.cwd();
}

async function main() {
  checkNode();
  await install();
  const loader = ['--import', new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href];
  if (command === 'cli' && !existsSync(path.join(root, 'packages/adapters/db/src/generated/client.ts'))) {
    const launcher = path.join(root, 'packages/tools/launch/src/main.ts');
    const code = await run(process.execPath, [...loader, launcher, 'prepare'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (code !== 0) process.exit(code);
  }
  const entry = command === 'cli' ? 'apps/cli/src/main.ts' : 'packages/tools/launch/src/main.ts';
  const args = command === 'cli' ? rest : [command, ...rest];
  const child = fork(path.join(root, entry), args, {
    execArgv: loader,
    stdio: 'inherit',
    cwd: command === 'cli' ? folderOfThePerson() : root,
    env: { ...process.env, ASSAY_ROOT: root },
  });
  // Ctrl-C reaches the child by itself; it decides how to end, and this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

main().catch((error) => fail(`Assay could not start: ${error.message}`));
