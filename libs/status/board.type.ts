import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Basis, BoardRow } from './member-state.type.js';

@ObjectType({ description: 'How many of the Member States shown have a word.' })
export class WordCount {
  @Field(() => String)
  word!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Sums over the Member States shown.' })
export class BoardTotals {
  @Field(() => Int)
  memberStates!: number;

  @Field(() => [WordCount], { description: 'Every word, also those of none.' })
  words!: readonly WordCount[];

  @Field(() => Int)
  pool!: number;

  @Field(() => Int)
  committed!: number;

  @Field(() => Int)
  deployed!: number;

  @Field(() => Int)
  rdl!: number;

  @Field(() => Int)
  availablePersonnel!: number;
}

@ObjectType({ description: 'All Member States that who asks may see, at once.' })
export class Board {
  @Field(() => Basis)
  basis!: Basis;

  @Field(() => [BoardRow], { description: 'In the order of their English names: no ranking.' })
  rows!: readonly BoardRow[];

  @Field(() => BoardTotals)
  totals!: BoardTotals;
}
