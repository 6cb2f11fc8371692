import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';

@ObjectType({ description: 'Who asks, as this registry understands the token, and its today.' })
export class Viewer {
  @Field(() => String)
  subject!: string;

  @Field(() => String)
  role!: string;

  @Field(() => String, { nullable: true })
  memberState!: string | null;

  @Field(() => PlainDateScalar)
  today!: string;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true })
  viewer(@Context('operation') { principal, today }: OperationContext): Viewer {
    return { ...principal, today };
  }
}
