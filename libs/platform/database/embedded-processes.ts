import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process began, in the system's own words; compared, never read. */
  readonly began: string;
}

/** The identity of a live process; undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  if (process.platform !== 'linux') {
    const began = askPs(pid, 'lstart');
    return began === '' ? undefined : { pid, began };
  }
  const stat = readProcess(pid, 'stat');
  // The command's name stands in brackets and may hold anything; the fields that count come after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, began] = [fields[0], fields[19]];
  return began === undefined || state === 'Z' || state === 'X' ? undefined : { pid, began };
}

/** Whether that very process still runs. */
export function stillRuns(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.began === identity.began;
}

/** The command line of a live process, its words set apart by spaces; empty when there is none. */
export function commandLine(pid: number): string {
  return process.platform === 'linux'
    ? readProcess(pid, 'cmdline').replaceAll('\0', ' ').trim()
    : askPs(pid, 'command');
}

/** The parent of a live process; undefined where the system does not say. */
export function parentOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return Number(askPs(pid, 'ppid')) || undefined;
  const stat = readProcess(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) || undefined;
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile, which is what the signal was for.
  }
}

/** Waits until a condition holds. @returns whether it came to hold in time. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return true;
}

function readProcess(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function askPs(pid: number, column: string): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
