import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { importInto } from '#cli/import-contributions.js';
import { PERSONNEL_TYPE_TABLE, PERSONNEL_TYPES } from '#contributions/personnel-types.js';
import { addDays, plainDate } from '#platform/plain-date.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { MISSIONS } from '#reference/data/missions.js';
import { asOwner, toDatabase } from '#test/support/database-server.js';
import { startMuster } from '#test/support/muster-process.js';

const ROWS = 46_000;
const MONTHS = 49;

/** Medians, in seconds. */
export interface ImportResult {
  readonly rows: number;
  /** From the bytes of a gzipped file to the commit, into an empty registry. */
  readonly first: number;
  /** The same file again, which changes nothing. */
  readonly again: number;
  /** `muster import contributions FILE` as a process, with its start. */
  readonly command: number;
  /** COPY of the same rows, unzipped already, into a table without key, index, check or policy. */
  readonly copy: number;
}

interface Urls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Times the import of as many monthly figures as four years have, beside COPY. @param base a database of this version */
export async function measureImport(
  urls: Urls,
  base: string,
  folder: string,
  runs: number,
): Promise<ImportResult> {
  const name = 'bench_import';
  await asOwner(urls.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${base}`);
  const [ownerUrl, appUrl] = [toDatabase(urls.ownerUrl, name), toDatabase(urls.appUrl, name)];
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
  const csv = Buffer.from(inventedFigures());
  const file = { name: join(dataDir, 'contributions.csv.gz'), bytes: gzipSync(csv) };
  writeFileSync(file.name, file.bytes);
  const empty = () => asOwner(ownerUrl, 'TRUNCATE contribution');
  const found: Record<'first' | 'again' | 'command' | 'copy', number[]> = {
    first: [],
    again: [],
    command: [],
    copy: [],
  };
  try {
    // The first run makes everything warm, and is not counted.
    for (let run = 0; run <= runs; run += 1) {
      found.copy.push(await copyInto(ownerUrl, csv));
      await empty();
      found.first.push(await timed(() => importInto(appUrl, [file])));
      found.again.push(await timed(() => importInto(appUrl, [file])));
      await empty();
      found.command.push(await timed(() => runCommand(appUrl, dataDir, file.name)));
    }
    const median = (of: keyof typeof found) =>
      found[of].slice(1).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
    return {
      rows: ROWS,
      first: median('first'),
      again: median('again'),
      command: median('command'),
      copy: median('copy'),
    };
  } finally {
    await asOwner(urls.ownerUrl, `DROP DATABASE ${name}`);
  }
}

/** What the report says of it: title, goal, measured. */
export function importRows({ rows, first, again, command, copy }: ImportResult): string[][] {
  const count = rows.toLocaleString('en');
  return [
    [`import of ${count} contributions, the command whole`, '3 s', `${command.toFixed(1)} s`],
    [
      '– the import alone, of what COPY of the same rows takes',
      '15',
      `${(first / copy).toFixed(1)} (${first.toFixed(2)} s, COPY ${copy.toFixed(3)} s)`,
    ],
    ['– the same file again', '', `${again.toFixed(2)} s`],
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** A file in the form of the reports, of figures that nobody published. */
function inventedFigures(): string {
  const lines = ['as_of,mission,country,personnel_type,male,female,total'];
  for (let month = 0; month < MONTHS; month += 1) {
    const day = endOfMonth(2021, month + 1);
    const until = Math.floor((ROWS * (month + 1)) / MONTHS);
    for (let place = 0; lines.length <= until; place += 1) {
      const [male, female] = [(place * 7 + month) % 900, (place + month) % 40];
      lines.push([day, ...cellAt(place), male, female, male + female].join(','));
    }
  }
  return lines.join('\r\n');
}

// No cell comes twice in a month: 20 missions and 193 Member States have no common factor.
function cellAt(place: number): string[] {
  const mission = MISSIONS[place % 20]?.code ?? '';
  const country = MEMBER_STATES[place % MEMBER_STATES.length]?.names.en.text ?? '';
  const [type = ''] =
    PERSONNEL_TYPE_TABLE[PERSONNEL_TYPES[place % PERSONNEL_TYPES.length] ?? 'TROOPS'].printed;
  return [mission, `"${country}"`, type];
}

function endOfMonth(year: number, month: number): string {
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return addDays(plainDate(next), -1);
}

const BARE = `CREATE TEMPORARY TABLE bare (as_of date, mission text, country text, personnel_type text,
  male integer, female integer, total integer)`;

async function copyInto(url: string, csv: Buffer): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(BARE);
    const copied = () =>
      new Promise<void>((resume, fail) => {
        client.query(
          new CopyIn(csv, (error) => {
            if (error) fail(error);
            else resume();
          }),
        );
      });
    return await timed(copied);
  } finally {
    await client.end();
  }
}

/** As much of the driver's connection as COPY takes; its types leave that out. */
interface CopyingConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN of a file that is in memory: the driver's own query refuses to send anything. */
class CopyIn extends pg.Query {
  constructor(
    private readonly csv: Buffer,
    done: (error: Error | null) => void,
  ) {
    super(`COPY bare FROM STDIN WITH (FORMAT csv, HEADER)`, done as never);
  }

  handleCopyInResponse(connection: CopyingConnection): void {
    connection.sendCopyFromChunk(this.csv);
    connection.endCopyFrom();
  }
}

async function runCommand(databaseUrl: string, dataDir: string, file: string): Promise<void> {
  const muster = startMuster(['import', 'contributions', file], {
    DATABASE_URL: databaseUrl,
    MUSTER_DATA_DIR: dataDir,
  });
  const code = await muster.ended;
  if (code !== 0) throw new Error(`the import ended with ${code}: ${muster.said.errors}`);
}
