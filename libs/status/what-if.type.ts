import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { PartField } from '#platform/graphql/input-fields.js';
import { MomentArgs } from '#platform/moment.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { MemberState } from '#reference/reference.types.js';
import { Basis, MemberStateOutlook } from './member-state.type.js';
import { PledgeStatus, Reason } from './pledge-status.type.js';
import { SupposedRulesInput } from './suppose-rules.js';
import { SuppositionInput } from './suppose.input.js';

@ArgsType()
export class WhatIfArgs extends MomentArgs {
  @Field(() => ID)
  pledgeId!: string;

  @PartField(SuppositionInput, {
    each: true,
    optional: true,
    description: 'In the order in which they are supposed to happen; left out, nothing is supposed.',
  })
  suppositions?: SuppositionInput[] | null;

  @PartField(SupposedRulesInput, { optional: true, description: 'Left out, the rules in force on the day.' })
  rules?: SupposedRulesInput | null;
}

@ObjectType()
export class WhatIfMemberState {
  @Field(() => MemberState)
  memberState!: MemberState;

  @Field(() => MemberStateOutlook)
  actual!: MemberStateOutlook;

  @Field(() => MemberStateOutlook)
  supposed!: MemberStateOutlook;
}

@ObjectType({
  description:
    'What would become of a pledge and its Member State if something were so. Nothing is recorded.',
})
export class WhatIf {
  @Field(() => Basis)
  basis!: Basis;

  @Field(() => Pledge, { description: 'As it is, with its actual status.' })
  pledge!: Pledge;

  @Field(() => String, { description: 'The state in which the pledge would be.' })
  lifecycle!: string;

  @Field(() => PledgeStatus, {
    description: 'The status that it would have; what is supposed has no record.',
  })
  status!: PledgeStatus;

  @Field(() => [Reason], { description: 'Reasons of the actual status that it would not have.' })
  reasonsGone!: readonly Reason[];

  @Field(() => [Reason], { description: 'Reasons that the actual status does not have.' })
  reasonsCome!: readonly Reason[];

  @Field(() => WhatIfMemberState, {
    nullable: true,
    description: 'Null for an evaluator, who does not see Member States.',
  })
  memberState!: WhatIfMemberState | null;
}
