import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { term } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { VISIT_KIND_CODES, VISIT_KINDS } from './visit-kinds.js';

@ObjectType({ description: 'What an assessment judges by itself.' })
export class VisitComponent {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => String)
  source!: string;

  @Field(() => Boolean, { description: 'Whether a public text names it.' })
  sourced!: boolean;
}

@ObjectType('VisitKind', { description: 'A kind of visit: what it looks at and concludes.' })
export class VisitKindAnswer {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => [String], { description: 'The words with which it may end, the best first.' })
  outcomes!: readonly string[];

  @Field(() => String, { description: 'What it may ask for beside findings: RECOMMENDATION or CONDITION.' })
  asksFor!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The lifecycle states of a unit that it looks at, on its last day; null where any will do.',
  })
  states!: readonly string[] | null;

  @Field(() => Boolean, { description: 'Whether it counts equipment line by line.' })
  inspects!: boolean;

  @Field(() => [VisitComponent], { description: 'What its component results name, all of it.' })
  components!: readonly VisitComponent[];
}

@Resolver()
export class VisitKindsResolver {
  @Query(() => [VisitKindAnswer], { nullable: true })
  visitKinds(@Context('operation') { locale }: OperationContext): readonly VisitKindAnswer[] {
    return VISIT_KIND_CODES.map((code) => {
      const { outcomes, asksFor, states, inspects, components } = VISIT_KINDS[code];
      return {
        code,
        name: term(locale, 'visitKind', code),
        ...{ outcomes, asksFor, states, inspects },
        components: components.map((component) => ({
          ...component,
          name: term(locale, 'assessed', component.code),
        })),
      };
    });
  }
}
