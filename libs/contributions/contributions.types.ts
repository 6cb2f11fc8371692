import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, type Connection } from '#platform/graphql/connection.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { ShareStanding } from './womens-share.js';

/** Source of every figure of this room. */
export const SOURCE = 'United Nations Department of Peace Operations, monthly reports of contributors';

/** Published figures are somebody's, and every answer says whose. */
@ObjectType({ isAbstract: true })
abstract class Published {
  @Field(() => String, { description: 'Who publishes the figures.' })
  source!: string;
}

@ObjectType({ isAbstract: true })
abstract class Counts {
  @Field(() => Int)
  male!: number;

  @Field(() => Int)
  female!: number;

  @Field(() => Int)
  total!: number;
}

@ObjectType({ description: 'Published personnel; what figures are not told apart by is null.' })
export class ContributionFigure extends Counts {
  @Field(() => PlainDateScalar, { nullable: true, description: 'The last day of the month.' })
  month?: PlainDate | null;

  @Field(() => String, { nullable: true })
  mission?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the language asked for; the short name of a mission that an import admitted.',
  })
  missionName?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO alpha-3.' })
  memberState?: string | null;

  @Field(() => String, { nullable: true, description: 'In the language asked for.' })
  memberStateName?: string | null;

  @Field(() => String, { nullable: true })
  personnelType?: string | null;

  @Field(() => String, { nullable: true, description: 'In the language asked for.' })
  personnelTypeName?: string | null;
}

@ObjectType({ description: 'What all figures of all pages add up to.' })
export class ContributionTotal extends Counts {}

export const ContributionFigureConnection = connectionOf('ContributionFigure', () => ContributionFigure);

@ObjectType({ description: 'Personnel whom Member States have in missions, as published month by month.' })
export class Contributions extends Published {
  @Field(() => ContributionTotal)
  total!: ContributionTotal;

  @Field(() => ContributionFigureConnection)
  figures!: Connection<ContributionFigure>;
}

@ObjectType({ description: 'One published month.' })
export class ContributionMonth extends Counts {
  @Field(() => PlainDateScalar, { description: 'Its last day.' })
  month!: PlainDate;

  @Field(() => Int, {
    nullable: true,
    description: 'Against the month before; null where that was not published.',
  })
  changeOnMonth!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Against the same month a year before; null where that was not published.',
  })
  changeOnYear!: number | null;
}

@ObjectType()
export class ContributionTrend extends Published {
  @Field(() => [ContributionMonth], {
    description: 'The earliest first; months that were not published are not there.',
  })
  months!: readonly ContributionMonth[];
}

@ObjectType({ description: 'One component for which the Uniformed Gender Parity Strategy sets targets.' })
export class WomensShareOfComponent extends Counts {
  @Field(() => String)
  component!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Women per cent, to one place and never rounded up; null where nobody serves.',
  })
  percent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Per cent, of the year of the month; null where no target is on file.',
  })
  target!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a public text states the target.' })
  sourced!: boolean | null;

  @Field(() => String, {
    description:
      'The colours of the Department: TARGET_MET (green), SOME (yellow, at least 0.1 per cent), NONE (red). NOBODY where nobody serves; NO_TARGET where there are women and no target is on file.',
  })
  standing!: ShareStanding;
}

@ObjectType({
  description: 'Women by component in the last published month. Beside readiness, never part of it.',
})
export class WomensShare extends Published {
  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The last published month; null where none was.',
  })
  month!: PlainDate | null;

  @Field(() => [WomensShareOfComponent], { description: 'Empty where no month was published.' })
  components!: readonly WomensShareOfComponent[];
}
