import type { PlainDate } from '#platform/plain-date.js';
import type { InputOf } from './mutations.js';
import { act, nameOf, type Step, type Subject } from './subject.js';

/** A record was wrong: it is voided with the reason, and recorded anew where there is a right one. */
export const corrected = (
  on: PlainDate,
  kind: string,
  record: string,
  reason: string,
  replacement?: (subject: Subject) => InputOf<'correct'>['replacement'],
): Step =>
  act(on, 'OFFICER', async (desk, pledgeId, subject) =>
    desk.use('correct', {
      kind,
      id: desk.kept(nameOf(subject, record)),
      reason,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      ...(replacement === undefined ? {} : { replacement: replacement(subject) ?? null }),
    }),
  );
