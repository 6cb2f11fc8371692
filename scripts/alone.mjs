// One process at a time: two installations, or two builds, in one working copy would take away each other's files.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Takes a file for this process alone, until what it returns is called or the process ends. What a killed process left
 * behind does not count.
 * @param waiting told once, with the number of the live process that has the file
 */
export async function take(file, waiting) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Written aside and linked into place, so that nobody reads a lock that is half written.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${process.pid} ${began(process.pid)}`);
  try {
    for (let told = false; !link(draft, file);) {
      const holder = read(file);
      const [pid, beganThen] = holder.split(' ');
      if (holder !== '' && began(pid) !== beganThen) discard(file, holder);
      else {
        if (!told && holder !== '') waiting(pid);
        told ||= holder !== '';
        await setTimeout(200);
      }
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const remove = () => fs.rmSync(file, { force: true });
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
    remove();
  };
}

function link(draft, file) {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away. Should another process have replaced it in between, its lock is put back. */
function discard(file, stale) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== stale) fs.linkSync(aside, file);
  } catch {
    // Another process was quicker; the next turn sees whose lock it is.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** When a process began, in the system's own words; a number that was given out anew is another process. */
function began(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'ended';
  }
  try {
    process.kill(Number(pid), 0);
    return 'unknown';
  } catch (error) {
    return error.code === 'EPERM' ? 'unknown' : 'ended';
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
