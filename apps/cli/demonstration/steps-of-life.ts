import type { PlainDate } from '#platform/plain-date.js';
import { addDays } from '#platform/plain-date.js';
import { UNIT_TYPES, type UnitTypeCode } from '#reference/data/unit-types.js';
import type { InputOf } from './mutations.js';
import { monthsAfter } from './calendar.js';
import { requirementOn, versionsAfter } from './counts.js';
import { act, principalOf, together, type Actor, type Step } from './subject.js';

const NEW_VERSION = 'Held against the new version of the statement of unit requirements.';
const CONTACT_POST = 'Military and police adviser, permanent mission';

/** Days to deployment that a unit is usually pledged with: what has much to move takes longer. */
const usualDays = (unitType: UnitTypeCode): number => {
  const group = UNIT_TYPES.find(({ code }) => code === unitType)?.group;
  if (group === 'POLICE' || group === 'RECONNAISSANCE_AND_INTELLIGENCE') return 60;
  return group === 'AVIATION' || group === 'ENGINEERING' ? 120 : 90;
};

/** The desk officer drafts the pledge, and everything else begins; each later version of its statement is taken up. */
export const drafted =
  (on: PlainDate, days?: number): Step =>
  (subject) => [
    {
      day: on,
      by: principalOf('DESK_OFFICER', subject),
      pledges: [subject.reference],
      record: async (desk) => {
        const { reference, memberState, unitType, title, languages } = subject;
        const { id } = await desk.use('draftPledge', {
          memberState,
          unitType,
          reference,
          describedOn: on,
          title,
          deployableWithinDays: days ?? usualDays(unitType),
          languages: [...languages],
          contactPost: CONTACT_POST,
          requirementStatementId: requirementOn(subject, on).id,
        });
        desk.keep(reference, id);
      },
    },
    ...versionsAfter(subject, on).flatMap((effectiveOn) =>
      described(effectiveOn, days ?? usualDays(subject.unitType), NEW_VERSION)(subject),
    ),
  ];

/** The pledge is described anew: it can deploy sooner, or later, than was said. */
export const described = (on: PlainDate, deployableWithinDays: number, note: string): Step =>
  act(on, 'DESK_OFFICER', async (desk, pledgeId, subject) =>
    desk.use('describePledge', {
      pledgeId,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      describedOn: on,
      deployableWithinDays,
      requirementStatementId: requirementOn(subject, on).id,
      note,
    }),
  );

type StepMutation = 'submitPledge' | 'acceptPledge' | 'rejectPledge' | 'withdrawPledge';

const step = (mutation: StepMutation, actor: Actor, occurredOn: PlainDate, note = ''): Step =>
  act(occurredOn, actor, async (desk, pledgeId) =>
    desk.use(mutation, {
      pledgeId,
      occurredOn,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      ...(note === '' ? {} : { note }),
    }),
  );

export const submitted = (on: PlainDate): Step => step('submitPledge', 'DESK_OFFICER', on);
export const registered = (on: PlainDate): Step => step('acceptPledge', 'OFFICER', on);
export const rejected = (on: PlainDate, note: string): Step => step('rejectPledge', 'OFFICER', on, note);
export const withdrawn =
  (on: PlainDate, note: string): Step =>
  (subject) =>
    step(
      'withdrawPledge',
      'DESK_OFFICER',
      on,
      note,
    )(subject).map((last) => ({ ...last, ends: true as const }));

type Move = Omit<InputOf<'movePledge'>, 'pledgeId' | 'occurredOn' | 'expectedVersion'>;

/** Every other step of the lifecycle is the Secretariat's. */
export const moved = (on: PlainDate, move: Move): Step =>
  act(on, 'OFFICER', async (desk, pledgeId) =>
    desk.use('movePledge', {
      pledgeId,
      occurredOn: on,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      ...move,
    }),
  );

export const confirmed = (on: PlainDate): Step =>
  act(on, 'DESK_OFFICER', (desk, pledgeId) => desk.use('confirmPledge', { pledgeId, confirmedOn: on }));

const FIRST_CONFIRMATION = 11;
const BETWEEN_CONFIRMATIONS = 5;

/** A Member State that keeps its pledge valid: first before the initial year is over, then twice a year until `last`. */
export function confirmedUntil(registeredOn: PlainDate, last: PlainDate): Step {
  const days: PlainDate[] = [];
  for (
    let day = monthsAfter(registeredOn, FIRST_CONFIRMATION);
    day < monthsAfter(last, -1);
    day = monthsAfter(day, BETWEEN_CONFIRMATIONS)
  ) {
    days.push(day);
  }
  if (monthsAfter(registeredOn, 1) <= last) days.push(last);
  return together(...days.map(confirmed));
}

/** When a unit is meant to go, and by when its certificate is owed. */
export const deploymentPlanned = (on: PlainDate, deploymentOn: PlainDate, mission: string): Step =>
  act(on, 'OFFICER', async (desk, pledgeId) =>
    desk.use('planDeployment', {
      pledgeId,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      plannedOn: on,
      deploymentOn,
      mission,
    }),
  );

export const certificateReceived = (on: PlainDate): Step =>
  act(on, 'DESK_OFFICER', (desk, pledgeId) =>
    desk.use('receiveUnitCertificate', { pledgeId, receivedOn: on }),
  );

const COMMITTED = ['SELECTED', 'MOU_NEGOTIATION', 'PDV', 'CLEARED'] as const;
const WEEKS_BETWEEN_STEPS = 6;

/** Selected on a day, then one state after the other, six weeks apart, up to and including `last`. */
export function committed(selectedOn: PlainDate, last: (typeof COMMITTED)[number], mission: string): Step {
  const states = COMMITTED.slice(0, COMMITTED.indexOf(last) + 1);
  return together(
    ...states.map((to, place) =>
      moved(addDays(selectedOn, 7 * WEEKS_BETWEEN_STEPS * place), {
        to,
        ...(to === 'SELECTED' ? { mission } : {}),
      }),
    ),
  );
}
