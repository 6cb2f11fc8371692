// Makes a bare working copy ready to run: the right Node, the packages of package-lock.json, the current build.
// Node's own modules only: nothing else is there yet. All messages go to standard error; standard output is the command's.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { take } from './alone.mjs';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...names) => path.join(root, ...names);
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const rooms = ['apps', 'libs', 'migrations', 'test'];

/** A reason to stop that is told in one line. */
export class PrepareError extends Error {}

/** Node, packages and build, in that order; each only where something is to do. */
export async function prepare() {
  await install();
  const { ok, output } = await build();
  if (!ok) throw new PrepareError(`${output}\nThe build failed`);
}

/** Runs one command of `muster` in this very process, so that signals and the exit code need no go-between. */
export async function runMuster(args) {
  await orExit(async () => {
    await prepare();
    const { run } = await import('../dist/apps/cli/main.js');
    await run(args);
  });
}

/** Runs something; a reason to stop is printed alone, with exit code 1. */
export async function orExit(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Checks Node and brings the packages of package-lock.json, unless they are there already. */
export async function install() {
  checkNode();
  const lock = read(inRoot('package-lock.json'));
  const wanted = stampOf([lock, process.platform, process.arch]);
  const stamp = inRoot('node_modules', '.muster-lock');
  const installed = () => read(stamp) === wanted && isWhole(lock);
  if (installed()) return;
  if (fs.lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    if (fs.existsSync(inRoot('node_modules', 'typescript'))) return;
    throw new PrepareError(
      'node_modules is a link to a folder without packages: install them where it points',
    );
  }
  await oneAtATime(async () => {
    if (installed()) return;
    await installPackages(lock);
    write(stamp, wanted);
  });
}

/** Of several starts in one working copy one does the work, and the others find it done. */
async function oneAtATime(work) {
  const file = inRoot('dist', '.muster-preparing');
  const waiting = (pid) => console.error(`Waiting for process ${pid}, which prepares this working copy …`);
  const release = await take(file, waiting).catch((error) => {
    throw cannotWrite(file, error);
  });
  try {
    return await work();
  } finally {
    release();
  }
}

async function installPackages(lock) {
  const cache = usableCache();
  const removeCache = () => cache && fs.rmSync(cache, { recursive: true, force: true });
  process.once('exit', removeCache);
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath ?? '';
  const [program, ...before] = npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
  const { code, output } = await run('Installing packages', program, [
    ...before,
    ...flags,
    '--loglevel=error',
    // Without a network npm's own patience is three minutes of silence.
    ...['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'],
    ...(cache ? [`--cache=${cache}`] : []),
  ]);
  removeCache();
  if (code !== 0)
    throw new PrepareError(`${output}\nThe packages could not be installed: npm ended with ${code}`);
  if (!isWhole(lock))
    throw new PrepareError(
      'Packages are missing after the installation: is another npm at work here? Start again when it has ended',
    );
}

/** Whether every package that any machine needs is there: one npm may take away what another has just laid down. */
function isWhole(lock) {
  return Object.entries(JSON.parse(lock).packages).every(
    ([folder, { optional }]) => optional || fs.existsSync(inRoot(folder, 'package.json')),
  );
}

/**
 * Compiles when a source file is newer than the last build or differs from it, and removes what deleted source files
 * left in dist, which tests would otherwise still run. Returns what the compiler said.
 */
export async function build() {
  return isBuilt() ? { ok: true, output: '' } : oneAtATime(buildAlone);
}

const buildStamp = inRoot('dist', '.muster-build');

const isBuilt = ({ missing, wanted } = whatToBuild()) => !missing && read(buildStamp) === wanted;

function whatToBuild() {
  const sources = rooms.flatMap((room) => walk(room, /\.(ts|json)$/));
  const wanted = stampOf([
    ...[...sources, 'tsconfig.json', 'package.json'].map((file) => {
      const { size, mtimeMs } = fs.statSync(inRoot(file));
      return `${file} ${size} ${mtimeMs}`;
    }),
    read(inRoot('node_modules', '.muster-lock')),
  ]);
  const modules = sources
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));
  const missing = modules.some((module) => !fs.existsSync(inRoot('dist', `${module}.js`)));
  return { sources, modules, missing, wanted };
}

async function buildAlone() {
  const toBuild = whatToBuild();
  if (isBuilt(toBuild)) return { ok: true, output: '' };
  const { sources, modules, missing, wanted } = toBuild;
  // The compiler trusts its own notes over the files that it wrote: without them it writes all of them again.
  if (missing) fs.rmSync(inRoot('dist', '.tsbuildinfo'), { force: true });
  const known = new Set([...modules.map((module) => `${module}.js`), ...sources]);
  for (const file of rooms.flatMap((room) => walk(path.join('dist', room), /\.(js|json|map)$/))) {
    const output = path.relative('dist', file).replace(/\.map$/, '');
    if (!known.has(output.split(path.sep).join('/'))) fs.rmSync(inRoot(file));
  }
  const compiler = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run('Building', process.execPath, [
    compiler,
    '-p',
    'tsconfig.json',
    '--pretty',
    'false',
  ]);
  if (code !== 0) return { ok: false, output };
  write(buildStamp, wanted);
  return { ok: true, output };
}

/** Compares the running Node with `engines` of package.json, which uses `^a.b.c` and `>=a.b.c` only. */
function checkNode() {
  const { engines } = JSON.parse(read(inRoot('package.json')));
  const own = process.versions.node.split('.').map(Number);
  const fits = engines.node.split('||').some((range) => {
    const [, operator, version] = /^(\^|>=)(.+)$/.exec(range.trim());
    const least = version.split('.').map(Number);
    const differing =
      own.map((part, index) => part - least[index]).find((difference) => difference !== 0) ?? 0;
    return differing >= 0 && (operator === '>=' || own[0] === least[0]);
  });
  if (!fits)
    throw new PrepareError(`Node ${process.versions.node} is not supported: Muster needs ${engines.node}`);
}

/** A cache of our own where npm's cannot be written to, as for a user without a home; removed after use. */
function usableCache() {
  const home = process.env.npm_config_cache ?? path.join(process.env.HOME || '/nonexistent', '.npm');
  try {
    fs.mkdirSync(home, { recursive: true });
    fs.accessSync(home, fs.constants.W_OK);
    return undefined;
  } catch {
    return fs.mkdtempSync(path.join(os.tmpdir(), 'muster-npm-'));
  }
}

/**
 * Runs a program to its end; where it has a title, with a moving line on a terminal and one plain line elsewhere. Told to
 * end, it ends the program first: npm does not heed Ctrl-C, and would work on under the next start.
 */
export async function run(title, program, args) {
  const began = Date.now();
  const moving = process.stderr.isTTY;
  const show = () => process.stderr.write(`\r${title} … ${Math.round((Date.now() - began) / 1000)} s `);
  if (title && moving) show();
  else if (title) console.error(`${title} …`);
  const timer = title && moving ? setInterval(show, 1000) : undefined;
  let output = '';
  let told;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = (signal) => {
    told = signal;
    child.kill('SIGKILL');
  };
  for (const signal of endings) process.on(signal, end);
  const code = await new Promise((resume) => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resume(error.message));
    child.on('close', (exitCode, signal) => resume(exitCode ?? signal));
  });
  clearInterval(timer);
  if (title && moving) process.stderr.write('\r\x1b[K');
  for (const signal of endings) process.off(signal, end);
  if (told) process.exit(128 + os.constants.signals[told]);
  return { code, output: output.trim() };
}

function walk(folder, wanted) {
  if (!fs.existsSync(inRoot(folder))) return [];
  return fs.readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /(^|\/)apps\/console$/.test(name) ? [] : walk(name, wanted);
    return wanted.test(entry.name) ? [name] : [];
  });
}

function stampOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function write(file, text) {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

const cannotWrite = (file, { code }) =>
  new PrepareError(
    code === 'ENOSPC' ? `No space is left on the disk for ${file}` : `${file} cannot be written (${code})`,
  );
