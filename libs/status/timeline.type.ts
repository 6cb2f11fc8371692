import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql/connection.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { PlainDate } from '#platform/plain-date.js';

@ObjectType()
export class NamedValue {
  @Field(() => String)
  name!: string;

  @Field(() => String, {
    description:
      'A day as `YYYY-MM-DD`, a code or count as recorded, a list with commas. A line of equipment as `ITEM agreed/present/serviceable`, a category as `CATEGORY required/available`, a component as `COMPONENT RESULT passed/tested`; of an alignment both as `CODE offered/asked` and the agreed variation. Remarks stand in quotation marks.',
  })
  value!: string;
}

@ObjectType({ description: 'A record that was found wrong later. Until then it counted.' })
export class Voiding {
  @Field(() => Date)
  at!: Date;

  @Field(() => String, { description: 'The role that voided it.' })
  by!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ description: 'One thing that happened to a pledge, as it was recorded.' })
export class TimelineEntry {
  @Field(() => PlainDateScalar, { description: 'The day on which it happened.' })
  day!: PlainDate;

  @Field(() => String, { description: 'The kind of the record: DOCUMENT, VISIT_OUTCOME, …' })
  kind!: string;

  @Field(() => ID, { description: 'The name of the fact, the same through all its corrections.' })
  id!: string;

  @Field(() => Date, { description: 'The instant at which the registry learned it.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'The role that recorded it.' })
  recordedRole!: string;

  @Field(() => [NamedValue], { description: 'What the record says.' })
  content!: readonly NamedValue[];

  @Field(() => Voiding, { nullable: true, description: 'Set where the record had been voided by then.' })
  voided!: Voiding | null;
}

export const TimelineConnection = connectionOf('Timeline', () => TimelineEntry);
