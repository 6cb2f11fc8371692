import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { interval, notAfterToday } from '#platform/record/rules.js';
import { Bar } from './bar.entity.js';
import { heldPledge } from './pledge-standing.js';
import { knownMemberState } from './rules.js';

@InputType()
export class BarContent {
  @TextField(40, {
    description: 'The reference of the decision, unique within the unit, or within the Member State.',
  })
  decision!: string;

  @DayField()
  decidedOn!: PlainDate;

  @DayField({ description: 'Its first day, which may lie ahead.' })
  fromOn!: PlainDate;

  @DayField({ optional: true, description: 'Its last day; left out, it holds until further notice.' })
  untilOn?: PlainDate | null;

  @TextField(2000)
  reason!: string;
}

@InputType()
export class BarUnitInput extends BarContent {
  @IdField()
  pledgeId!: string;
}

@InputType()
export class BarMemberStateInput extends BarContent {
  @TextField(3, { description: 'ISO alpha-3.' })
  memberState!: string;
}

/** Who is barred: a unit, or with no pledge the whole Member State. */
interface Barred {
  readonly memberState: string;
  readonly pledgeId: Id | null;
}

const DECIDED = `
SELECT EXISTS (SELECT FROM bar WHERE member_state = $1 AND pledge_id IS NOT DISTINCT FROM $2 AND decision = $3
  AND voided_at IS NULL) AS decided`;

export const barKind: FactKind<Bar, BarContent, Barred> = {
  name: 'BAR',
  entity: Bar,
  content: BarContent,
  ownerOf: (_context, { memberState, pledgeId }) => Promise.resolve({ memberState, pledgeId }),
  write: async (context, { memberState, pledgeId }, content, corrected) => {
    const { decision, decidedOn, fromOn, untilOn = null, reason } = content;
    notAfterToday(context, 'decidedOn', decidedOn);
    interval('untilOn', fromOn, untilOn);
    const [bar] = await context.query<{ decided: boolean }>(DECIDED, [memberState, pledgeId, decision]);
    if (bar?.decided) throw ProblemError.invalid('ALREADY_EXISTS', { field: 'decision', value: decision });
    const row = { memberState, pledgeId, decision, decidedOn, fromOn, untilOn, reason };
    return record(context, Bar, row, corrected);
  },
};

export async function barUnit(context: OperationContext, input: BarUnitInput): Promise<Bar> {
  const { id: pledgeId, memberState } = await heldPledge(context, input.pledgeId);
  return barKind.write(context, { memberState, pledgeId }, input);
}

export async function barMemberState(context: OperationContext, input: BarMemberStateInput): Promise<Bar> {
  knownMemberState(context, 'memberState', input.memberState);
  return barKind.write(context, { memberState: input.memberState, pledgeId: null }, input);
}
