import { basename } from 'node:path';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { faultOf, onlyOnce, readContributions } from './contribution-file.js';
import { rowReader } from './contribution-row.js';
import type { Fault, Figure } from './figure.js';
import { ADMIT_SQL, ALONE_SQL, APPLY_SQL, MISSIONS_SQL, NOW_SQL, ROOM_SQL } from './import.sql.js';

export interface GivenFile {
  /** As a person named it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a person vouches for beside what the files say. */
export interface Vouched {
  /** Codes of missions that the registry does not know; those that no file speaks of are not admitted. */
  readonly missions?: readonly string[];
  /** Codes of missions whose figures are withdrawn from the months of the files, as far as these do not say them. */
  readonly gone?: readonly string[];
  /** Figures that stand and that a re-issue of their month and mission leaves out are withdrawn. */
  readonly withdrawals?: boolean;
}

/** What an import did, in figures; each figure is one cell of month, mission, Member State and type. */
export interface Imported extends Applied {
  readonly months: readonly PlainDate[];
  readonly figures: number;
  /** Months of the files with missions that stand in them and that the files do not speak of: they stay. */
  readonly unspoken: readonly string[];
}

interface Applied {
  readonly added: number;
  readonly changed: number;
  /** There before, and no longer said of the same mission and month. */
  readonly withdrawn: number;
  readonly left: number;
}

/** A file that breaks a rule changes nothing; all its faults at once. */
export class FaultyFiles extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`${faults.length} faults`);
  }
}

/**
 * Brings in published monthly figures: checks all files whole, then applies all or nothing. The same file again changes
 * nothing; a re-issue of a month changes what it says otherwise, and the old figures stay known as of then.
 * @throws FaultyFiles
 */
export async function importContributions(
  context: OperationContext,
  files: readonly GivenFile[],
  { missions = [], gone = [], withdrawals = false }: Vouched = {},
): Promise<Imported> {
  await context.query(ROOM_SQL);
  await context.query(ALONE_SQL);
  const names = files.map(({ name }) => name).join(', ');
  // What is recorded for all to read says nothing of the machine on which a file lay.
  const filed = files.map(({ name }) => basename(name)).join(', ');
  const known = await context.query<{ code: string }>(MISSIONS_SQL);
  const read = rowReader({
    missions: new Set([...known.map(({ code }) => code), ...missions]),
    today: context.today,
  });
  const each = files.map(({ name, bytes }) => readContributions(name, bytes, read));
  const { figures, faults } = onlyOnce(each.flatMap((file) => file.figures));
  const all = [...each.flatMap((file) => file.faults), ...faults];
  if (all.length > 0) throw new FaultyFiles(all);
  const spoken = new Set(figures.map(({ mission }) => mission));
  const admitted = missions.filter((code) => spoken.has(code));
  if (admitted.length > 0) await context.query(ADMIT_SQL, [admitted, `Admitted with ${filed}`]);
  const { missing, ...applied } = await apply(context, figures, `Re-issued in ${filed}`, gone);
  if (missing.length > 0 && !withdrawals) {
    throw new FaultyFiles(missing.map((value) => faultOf('NO_LONGER_SAID', names, { value })));
  }
  return {
    ...applied,
    months: [...new Set(figures.map(({ month }) => month))].sort(),
    figures: figures.length,
  };
}

const CELL = ['month', 'mission', 'memberState', 'personnelType', 'male', 'female'] as const;

/** As an array of the database: the driver would look for what to escape in each value, and codes, days and counts have nothing. */
const arrayOf = (values: readonly (string | number)[]): string => `{"${values.join('","')}"}`;

type Given = Applied & Pick<Imported, 'unspoken'> & { readonly missing: readonly string[] };

async function apply(
  context: OperationContext,
  figures: readonly Figure[],
  reason: string,
  gone: readonly string[],
): Promise<Given> {
  const [clock] = await context.query<{ now: Date }>(NOW_SQL);
  const { subject, role } = context.principal;
  const [applied] = await context.query<Given>(APPLY_SQL, [
    ...CELL.map((column) => arrayOf(figures.map((figure) => figure[column]))),
    ...[clock?.now, subject, role, reason, gone],
  ]);
  if (applied === undefined) throw new Error('a count has a row');
  return applied;
}
