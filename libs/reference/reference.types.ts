import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Locale } from '#platform/messages/locale.js';
import type { PlainDate } from '#platform/plain-date.js';

const SOURCED = 'Whether a public United Nations text states it.';

@ObjectType()
export class MemberStateName {
  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: 'Whether it was checked against United Nations usage.' })
  sourced!: boolean;
}

@ObjectType({ description: 'One of the 193 Member States of the United Nations.' })
export class MemberState {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3.' })
  iso3!: string;

  @Field(() => String, { description: 'Three digits, leading noughts kept.' })
  m49!: string;

  @Field(() => String)
  regionalGroup!: string;

  @Field(() => String, { description: 'The United Nations short name in the language asked for.' })
  name!: string;

  @Field(() => [MemberStateName], { description: 'The short name in each of the six official languages.' })
  names!: readonly MemberStateName[];

  @Field(() => [String], { description: 'Former names, and spellings found in print.' })
  aliases!: readonly string[];
}

@ObjectType({ description: 'A kind of unit that a Member State can pledge.' })
export class UnitType {
  @Field(() => ID)
  code!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => String)
  component!: string;

  @Field(() => String)
  group!: string;

  @Field(() => Boolean)
  medical!: boolean;

  @Field(() => Boolean, { description: 'Whether the rapid deployment level is open to it.' })
  rdlEligible!: boolean;

  @Field(() => String)
  source!: string;

  @Field(() => Boolean, { description: SOURCED })
  sourced!: boolean;
}

@ObjectType({ description: 'A field mission with uniformed personnel, current or closed.' })
export class Mission {
  @Field(() => ID)
  code!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => PlainDateScalar, { nullable: true })
  openedOn!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'The last day of its mandate.' })
  closedOn!: PlainDate | null;

  @Field(() => String)
  source!: string;

  @Field(() => Boolean, { description: SOURCED })
  sourced!: boolean;
}

@ObjectType({
  description: 'How far the texts of the registry in a language have been reviewed by a person.',
})
export class Translation {
  @Field(() => Int)
  texts!: number;

  @Field(() => Int)
  reviewed!: number;
}

@ObjectType({ description: 'A language that a unit may be pledged to work in.' })
export class Language {
  @Field(() => ID, { description: 'ISO 639-1, where there is none ISO 639-3.' })
  code!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is one of the six official languages.' })
  official!: boolean;

  @Field(() => Translation, { nullable: true, description: 'Of an official language: what speaks it here.' })
  translation!: Translation | null;
}

@ObjectType({ description: 'One text of the message catalogue in the language asked for.' })
export class Text {
  @Field(() => ID, { description: 'Its family and its code: `unitType.SWAT`, `reason.NO_AAV`.' })
  key!: string;

  @Field(() => String, { description: 'A name as it is shown; a sentence as an ICU MessageFormat pattern.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether a person who speaks the language has reviewed it.' })
  reviewed!: boolean;
}

@ObjectType()
export class RequirementEquipmentLine {
  @Field(() => String)
  item!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => Boolean, { description: 'Rated by itself: no surplus elsewhere hides its absence.' })
  critical!: boolean;
}

@ObjectType()
export class RequirementSelfSustainment {
  @Field(() => String)
  category!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Int, { description: 'Persons to be sustained.' })
  required!: number;
}

@ObjectType({ description: 'One version of the statement of unit requirements (SUR) of a unit type.' })
export class RequirementStatement {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  unitType!: string;

  @Field(() => PlainDateScalar, { description: 'The day from which this version is the one to go by.' })
  effectiveOn!: PlainDate;

  @Field(() => Int, { description: 'Persons.' })
  strength!: number;

  @Field(() => [RequirementEquipmentLine])
  equipment!: readonly RequirementEquipmentLine[];

  @Field(() => [RequirementSelfSustainment])
  selfSustainment!: readonly RequirementSelfSustainment[];

  @Field(() => String)
  source!: string;

  @Field(() => Boolean, { description: SOURCED })
  sourced!: boolean;
}

@ObjectType('ParameterValue')
export class ParameterValueRow {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  value!: number;

  @Field(() => String, { description: 'MONTHS, DAYS or PERCENT.' })
  unit!: string;

  @Field(() => String)
  source!: string;

  @Field(() => Boolean, { description: SOURCED })
  sourced!: boolean;
}

@ObjectType({ description: 'The values that the readiness rules compare with, from a day on.' })
export class ParameterSet {
  @Field(() => Int)
  number!: number;

  @Field(() => PlainDateScalar)
  effectiveOn!: PlainDate;

  @Field(() => String)
  note!: string;

  @Field(() => [ParameterValueRow])
  values!: readonly ParameterValueRow[];
}
