import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLScalarType } from 'graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import type { PledgeAtMoment } from './status-of-pledges.js';

/** Machine values of a reason or a gate, as the rules give them. Never an input. */
export const ParamsScalar = new GraphQLScalarType<Readonly<Record<string, string | number>>>({
  name: 'Params',
  description:
    'Named values: a day as `YYYY-MM-DD`, a count or per cent as a number, a code or short name as text.',
  serialize: (params) => params as Readonly<Record<string, string | number>>,
  parseValue: () => {
    throw new TypeError('Params is no input');
  },
});

@ObjectType({ description: 'One thing that is wrong, missing, restricted or worth knowing.' })
export class Reason {
  @Field(() => String, { description: 'BLOCKER, FAIL, GAP, CONDITION or INFO.' })
  severity!: string;

  @Field(() => String)
  code!: string;

  @Field(() => ParamsScalar)
  params!: Readonly<Record<string, string | number>>;

  @Field(() => String, { description: 'The same in words, in the language asked for.' })
  text!: string;

  @Field(() => [RecordReference], { description: 'The records it rests on; none where a record is missing.' })
  records!: readonly RecordReference[];
}

@ObjectType({ description: 'One thing that a level asks for.' })
export class Gate {
  @Field(() => String)
  code!: string;

  @Field(() => Boolean)
  met!: boolean;

  @Field(() => ParamsScalar, { description: 'What is known of what is missing, or what the gate is about.' })
  params!: Readonly<Record<string, string | number>>;

  @Field(() => String, { description: 'What is missing, in words of the language asked for.' })
  text!: string;
}

@ObjectType()
export class LadderStep {
  @Field(() => String)
  level!: string;

  @Field(() => Boolean, { description: 'Whether all its gates and those of the levels below are met.' })
  reached!: boolean;

  @Field(() => [Gate])
  gates!: readonly Gate[];
}

@ObjectType({ description: 'The levels of the readiness system with what each asks for.' })
export class Ladder {
  @Field(() => String, { description: 'The level reached.' })
  level!: string;

  @Field(() => String, { nullable: true, description: 'The next level; null at the top.' })
  next!: string | null;

  @Field(() => [Gate], { description: 'What is missing for the next level.' })
  missing!: readonly Gate[];

  @Field(() => [LadderStep], { description: 'All of them, the lowest first.' })
  steps!: readonly LadderStep[];
}

@ObjectType({ description: 'How far the evidence carries a pledge, and what is wrong today: never merged.' })
export class PledgeStatus {
  @Field(() => String, { description: 'The recognised level: NONE, LEVEL_1, LEVEL_2, LEVEL_3 or RDL.' })
  level!: string;

  @Field(() => String, {
    description:
      'READY, CONDITIONAL, NOT_ESTABLISHED, NOT_READY, BLOCKED or NOT_IN_POOL: the worst reason decides.',
  })
  status!: string;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The first later day on which the same facts say something else.',
  })
  nextChangeOn!: PlainDate | null;

  @Field(() => Int, { description: 'The set of parameters that was compared with.' })
  parameterSet!: number;

  @Field(() => PlainDateScalar)
  asOf!: PlainDate;

  @Field(() => Date)
  knownOn!: Date;

  /** What the reasons and the ladder are told from, where they are asked for. */
  pledge!: PledgeAtMoment;
}
