import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CodeField, CountField, IdField, TextField } from '#platform/graphql/input-fields.js';
import { KINDS, replacementField } from './kinds.js';

/** The new content, under the field of its kind; the others stay empty. */
@InputType({ description: 'The fact as it should have been recorded, under the field of its kind.' })
export class ReplacementInput {
  readonly [field: string]: object | null | undefined;
}

// One field a kind, so that a correction says the same as the mutation that first recorded such a fact.
for (const { name, content } of KINDS) {
  const field = replacementField(name);
  Field(() => content, { nullable: true })(ReplacementInput.prototype, field);
  Type(() => content)(ReplacementInput.prototype, field);
  ValidateNested()(ReplacementInput.prototype, field);
  IsOptional()(ReplacementInput.prototype, field);
}

@InputType()
export class CorrectInput {
  @CodeField(KINDS.map(({ name }) => name), {
    description: 'The kind of the record, as `why` and the timeline name it.',
  })
  kind!: string;

  @IdField()
  id!: string;

  @TextField(1000, { description: 'Why the record was wrong; kept with it.' })
  reason!: string;

  @CountField(1_000_000_000, {
    optional: true,
    description: 'The version that was read, of the pledge or else of the visit that the fact belongs to.',
  })
  expectedVersion?: number | null;

  @Field(() => ReplacementInput, { nullable: true, description: 'Left out, the fact is voided alone.' })
  @Type(() => ReplacementInput)
  @ValidateNested()
  @IsOptional()
  replacement?: ReplacementInput | null;
}
