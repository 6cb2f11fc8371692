import { Database } from '#platform/database/database.js';
import { checkInvariants, type Finding } from '#platform/invariants/check.js';
import { dayOf } from '#platform/plain-date.js';
import { checkKept, KEPT_CHECK } from '#status/kept-check.js';
import { INVARIANTS } from './invariants.js';

export interface Listener {
  /** An invariant is about to be looked at. */
  begun(name: string, place: number, of: number): void;
  /** What it came to, as lines. */
  said(lines: readonly string[]): void;
}

/**
 * Holds every invariant against the data of a registry, through the application's own connection: as its staff, who see
 * all Member States, in one snapshot that nothing is written in. The owner of the tables would see no row.
 * @returns whether all of them hold
 */
export async function checkData(appUrl: string, { begun, said }: Listener): Promise<boolean> {
  const database = await new Database({ url: appUrl, poolSize: 1, entities: [] }).connect();
  const now = new Date();
  const circumstances = {
    principal: { role: 'STAFF', subject: 'muster-check', memberState: null },
    now,
    today: dayOf(now),
    locale: 'en',
    recordedThrough: 'OPERATION',
  } as const;
  const findings: Finding[] = [];
  try {
    await database.operation('QUERY', circumstances, async (context) => {
      const found = (finding: Finding) => {
        findings.push(finding);
        said(linesOf(finding));
      };
      // One more than there are statements about records: what is kept of answers has to be what they are.
      const all = Object.keys(INVARIANTS).length + 1;
      for await (const finding of checkInvariants(context, INVARIANTS, (name, place) => {
        begun(name, place, all);
      })) {
        found(finding);
      }
      begun(KEPT_CHECK, all, all);
      found(await checkKept(context));
    });
  } finally {
    await database.close();
  }
  const broken = findings.filter((finding) => finding.broken > 0).length;
  const rows = findings.reduce((sum, finding) => sum + finding.rows, 0);
  const seconds = ((Date.now() - now.getTime()) / 1000).toFixed(1);
  said([
    `${findings.length} invariants, ${broken} of them broken; ${counted(rows)} looked at in ${seconds} s`,
  ]);
  return broken === 0;
}

function linesOf({ name, says, rows, broken, ids }: Finding): string[] {
  if (broken === 0) return [`holds  ${name}: ${counted(rows)}`];
  const more = broken - ids.length;
  return [
    `FAILS  ${name}: ${broken} of ${counted(rows)}. ${says}`,
    ...ids.map((id) => `         ${id}`),
    ...(more > 0 ? [`         and ${more} more`] : []),
  ];
}

const counted = (rows: number): string => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
