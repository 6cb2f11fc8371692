import { addDays, type PlainDate } from '#platform/plain-date.js';
import type { DocumentType } from '#readiness/facts.js';
import type { Level } from '#reference/codes.js';
import {
  equipmentCounts,
  personnelCounts,
  requirementOn,
  sustainmentCounts,
  totalsOf,
  type Counts,
} from './counts.js';
import { described } from './steps-of-life.js';
import { act, nameOf, principalOf, together, type Step, type Subject } from './subject.js';
import type { Happening } from './happening.js';

export const documentReceived = (on: PlainDate, type: DocumentType, validUntil?: PlainDate): Step =>
  act(on, 'DESK_OFFICER', async (desk, pledgeId, subject) => {
    const { id } = await desk.use('addDocument', {
      pledgeId,
      type,
      receivedOn: on,
      symbol: `${subject.reference}/${type.slice(0, 2)}/${on.slice(0, 4)}`,
      ...(validUntil === undefined ? {} : { validUntil }),
    });
    desk.keep(nameOf(subject, type), id);
  });

export const documentsReceived = (on: PlainDate, types: readonly DocumentType[]): Step =>
  together(...types.map((type) => documentReceived(on, type)));

/** The Member State counts its unit, line by line, against the statement of unit requirements of the day. */
export const measured = (on: PlainDate, counts: Counts = {}): Step =>
  act(on, 'DESK_OFFICER', (desk, pledgeId, subject) =>
    desk
      .use('recordMeasurement', { pledgeId, ...measurement(on, subject, counts) })
      .then(({ id }) => desk.keep(nameOf(subject, `measurement ${on}`), id)),
  );

/** As `measured`, without its pledge: for a correction. */
export function measurement(on: PlainDate, subject: Subject, counts: Counts) {
  const requirement = requirementOn(subject, on);
  const personnel = personnelCounts(requirement, counts);
  const lines = equipmentCounts(requirement, counts);
  const categories = sustainmentCounts(requirement, counts);
  if (counts.totalsOnly) {
    return { measuredOn: on, basis: 'TOTALS_ONLY', personnel, ...totalsOf(lines, categories) };
  }
  return {
    measuredOn: on,
    basis: 'BY_LINE',
    personnel,
    equipmentLines: lines,
    selfSustainmentCategories: categories,
  };
}

export const caveatDeclared = (on: PlainDate, reference: string, statement: string): Step =>
  act(on, 'DESK_OFFICER', async (desk, pledgeId, subject) => {
    const { id } = await desk.use('declareCaveat', { pledgeId, reference, knownOn: on, statement });
    desk.keep(nameOf(subject, reference), id);
  });

export const caveatReported = (
  on: PlainDate,
  reference: string,
  resolveBy: PlainDate,
  statement: string,
): Step =>
  act(on, 'OFFICER', async (desk, pledgeId, subject) => {
    const { id } = await desk.use('reportCaveat', {
      pledgeId,
      reference,
      knownOn: on,
      resolveBy,
      statement,
    });
    desk.keep(nameOf(subject, reference), id);
  });

export const caveatSettled = (on: PlainDate, reference: string, note: string): Step =>
  act(on, 'OFFICER', async (desk, pledgeId, subject) =>
    desk.use('settleCaveat', {
      caveatId: desk.kept(nameOf(subject, reference)),
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      resolvedOn: on,
      note,
    }),
  );

export const screened = (on: PlainDate, result: 'CERTIFIED' | 'PENDING' | 'REFUSED'): Step =>
  act(on, 'OFFICER', (desk, pledgeId) =>
    desk.use('recordHumanRightsScreening', { pledgeId, screenedOn: on, result }),
  );

interface Bar {
  readonly decision: string;
  readonly from: PlainDate;
  readonly until?: PlainDate;
  readonly reason: string;
}

export const barred = ({ decision, from, until, reason }: Bar): Step =>
  act(from, 'OFFICER', (desk, pledgeId) =>
    desk.use('barUnit', {
      pledgeId,
      decision,
      decidedOn: from,
      fromOn: from,
      reason,
      ...(until === undefined ? {} : { untilOn: until }),
    }),
  );

/** A bar of the whole Member State, told in the story of one of its pledges. */
export const stateBarred =
  ({ decision, from, until, reason }: Bar): Step =>
  (subject): readonly Happening[] => [
    {
      day: from,
      by: principalOf('OFFICER', subject),
      pledges: [],
      record: (desk) =>
        desk.use('barMemberState', {
          memberState: subject.memberState,
          decision,
          decidedOn: from,
          fromOn: from,
          reason,
          ...(until === undefined ? {} : { untilOn: until }),
        }),
    },
  ];

interface Agreement {
  readonly signed: PlainDate;
  readonly until: PlainDate;
  readonly days?: number;
}

/** An agreement at the rapid deployment level begins a fortnight after it was signed; the pledge says the same days. */
export const rdlAgreed = ({ signed, until, days = 60 }: Agreement): Step =>
  together(
    described(signed, days, 'As committed to in the rapid deployment agreement.'),
    act(signed, 'OFFICER', (desk, pledgeId, subject) =>
      desk.use('agreeRdl', {
        pledgeId,
        signedOn: signed,
        fromOn: addDays(signed, 14),
        untilOn: until,
        commitmentDays: days,
        requirementStatementId: requirementOn(subject, signed).id,
      }),
    ),
  );

/** @param reason needed where the evidence does not carry the level */
export const levelDecided = (on: PlainDate, level: Level, reason?: string): Step =>
  act(on, 'OFFICER', async (desk, pledgeId) =>
    desk.use('decideLevel', {
      pledgeId,
      decidedOn: on,
      level,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
