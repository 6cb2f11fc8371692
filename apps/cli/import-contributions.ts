import { readFile } from 'node:fs/promises';
import {
  FaultyFiles,
  importContributions,
  type GivenFile,
  type Imported,
  type Vouched,
} from '#contributions/import.js';
import { StartError, type Configuration } from '#platform/configuration.js';
import { Database } from '#platform/database/database.js';
import { render } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';

/** So many faults are enough to begin with; the rest are counted. */
const FAULTS_SHOWN = 50;
/** So many missions tell a truncated file from one that is of some missions only. */
const UNSPOKEN_SHOWN = 20;

/**
 * Brings files of monthly contributions into the database that the application's connection names, and says what that
 * came to.
 *
 * @throws StartError where a file cannot be read or breaks a rule; nothing is changed then
 */
export async function importFiles(
  { today }: Pick<Configuration, 'today'>,
  databaseUrl: string,
  names: readonly string[],
  vouched: Vouched,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  const files = await Promise.all(names.map(givenFile));
  const { months, figures, unspoken, ...outcomes } = await importInto(
    databaseUrl,
    files,
    vouched,
    today,
  ).catch((error: unknown) => {
    throw error instanceof FaultyFiles ? new StartError(linesOf(error).join('\n')) : error;
  });
  const { added, changed, withdrawn, left } = outcomes;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const of = months.length === 1 ? months[0] : `${months.length} months, ${months[0]} to ${months.at(-1)}`;
  say(`${counted(figures)} figures of ${of}, in ${seconds} s`);
  say(
    `${counted(added)} added, ${counted(changed)} changed, ${counted(withdrawn)} withdrawn, ${counted(left)} left as they were`,
  );
  if (unspoken.length > 0) {
    const more = unspoken.length - UNSPOKEN_SHOWN;
    const named = unspoken.slice(0, UNSPOKEN_SHOWN).join(', ');
    say(`not spoken of, and left standing: ${named}${more > 0 ? ` and ${counted(more)} more` : ''}`);
  }
}

/**
 * As `importContributions`, as one operation of staff on a connection of its own.
 * @param today left out, the database says which day it is
 * @throws FaultyFiles
 */
export async function importInto(
  databaseUrl: string,
  files: readonly GivenFile[],
  vouched: Vouched = {},
  today?: OperationContext['today'],
): Promise<Imported> {
  const circumstances = {
    principal: { role: 'STAFF', subject: 'muster-import', memberState: null },
    locale: 'en',
    ...(today === undefined ? {} : { today }),
    recordedThrough: 'IMPORT',
  } as const;
  const database = await new Database({ url: databaseUrl, poolSize: 1, entities: [] }).connect();
  try {
    return await database.operation('MUTATION', circumstances, (context) =>
      importContributions(context, files, vouched),
    );
  } finally {
    await database.close();
  }
}

async function givenFile(name: string): Promise<GivenFile> {
  try {
    return { name, bytes: await readFile(name) };
  } catch (error) {
    throw new StartError(`${name} cannot be read: ${(error as Error).message}`);
  }
}

function linesOf({ faults }: FaultyFiles): string[] {
  const lines = faults.slice(0, FAULTS_SHOWN).map((fault) => render('en', `fault.${fault.code}`, fault));
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${counted(more)} more`] : []), 'Nothing was changed.'];
}

const counted = (count: number): string => count.toLocaleString('en');
