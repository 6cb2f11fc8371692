import { InputType } from '@nestjs/graphql';
import { ArrayNotEmpty } from 'class-validator';
import {
  CodeField,
  CountField,
  IdField,
  MOST_PERSONS,
  PartField,
  TextField,
  type BrokenRule,
} from '#platform/graphql/input-fields.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { build } from '#platform/record/record.js';
import { eachOnce, notMoreThan } from '#platform/record/rules.js';
import {
  ASSESSED_COMPONENT_CODES,
  COMPONENT_RESULTS,
  type ComponentResultWord,
} from '#reference/data/components.js';
import { standsBeside } from './agreement.js';
import { ComponentResult, ComponentResults } from './component-results.entity.js';
import { ofKindThat, VISIT_KINDS } from './visit-kinds.js';
import { assessedBy, belongingTo, dayOfAssessment, type Assessed } from './visit-standing.js';

@InputType()
export class ComponentResultContent {
  @CodeField(ASSESSED_COMPONENT_CODES, { description: "One of the components of the visit's kind." })
  component!: string;

  @CodeField(COMPONENT_RESULTS)
  result!: ComponentResultWord;

  @CountField(MOST_PERSONS, { optional: true, description: 'How many persons or pieces were tested.' })
  tested?: number | null;

  @CountField(MOST_PERSONS, { optional: true, description: 'How many of those passed.' })
  passed?: number | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class ComponentResultsContent {
  @PartField(ComponentResultContent, {
    each: true,
    description: 'Every component of the kind of visit once: what was not tested is said, never left out.',
  })
  @ArrayNotEmpty({ context: { code: 'REQUIRED' } satisfies BrokenRule })
  components!: ComponentResultContent[];

  @TextField(4000, { optional: true })
  note?: string | null;
}

@InputType()
export class RecordComponentResultsInput extends ComponentResultsContent {
  @IdField()
  visitId!: string;

  @IdField()
  pledgeId!: string;
}

/** An assessment says once, of each unit that it covers, how each of its components went. */
export const componentResultsKind: FactKind<ComponentResults, ComponentResultsContent, Assessed> = {
  name: 'COMPONENT_RESULTS',
  entity: ComponentResults,
  content: ComponentResultsContent,
  ownerOf: assessedBy,
  write: async (context, assessed, { components, note = null }, corrected) => {
    dayOfAssessment(context, assessed);
    const { visit, pledge } = assessed;
    ofKindThat((kind) => kind.components.length > 0, visit.kind);
    const known = VISIT_KINDS[visit.kind].components.map(({ code }) => code);
    eachIsNamed(known, components);
    for (const [index, component] of components.entries()) counted(`components.${index}`, component);
    await standsBeside(context, assessed, 'components', {
      results: components.map(({ result }) => result),
      outcome: null,
    });
    const parts = known.flatMap((code) => components.filter(({ component }) => component === code));
    const row = { ...belongingTo(assessed), note, components: parts.map(part) };
    const results = build(context, ComponentResults, row, corrected);
    await context.insert(ComponentResults, [results]);
    const of = { componentResultsId: results.rowId, memberState: visit.memberState, pledgeId: pledge.id };
    await context.insert(
      ComponentResult,
      results.components.map((component) => ({ ...of, ...component })),
    );
    return results;
  },
};

const part = (component: ComponentResultContent): ComponentResults['components'][number] => ({
  component: component.component,
  result: component.result,
  tested: component.tested ?? null,
  passed: component.passed ?? null,
  note: component.note ?? null,
});

/** All components of the kind and no other: one that is left out would be missing evidence that nobody misses. */
function eachIsNamed(known: readonly string[], components: readonly ComponentResultContent[]): void {
  const foreign = components.findIndex(({ component }) => !known.includes(component));
  if (foreign >= 0) {
    const at = { field: `components.${foreign}.component`, value: components[foreign]?.component ?? null };
    throw ProblemError.invalid('UNKNOWN_CODE', { ...at, limit: known.join(', ') });
  }
  eachOnce(
    'components',
    'component',
    components.map(({ component }) => component),
  );
  const missing = known.filter((code) => !components.some(({ component }) => component === code));
  if (missing.length > 0) {
    const at = { field: 'components', value: missing.join(', ') };
    throw ProblemError.invalid('COMPONENT_MISSING', at);
  }
}

/**
 * Who counts says how many were tested, one at least, and how many of them passed; nobody counts what was not tested, and
 * nothing is passed where nobody passed.
 */
function counted(field: string, { result, tested, passed }: ComponentResultContent): void {
  const [one, other] = [tested ?? null, passed ?? null];
  if (one === null && other === null) return;
  if (one === null) throw ProblemError.invalid('REQUIRED', { field: `${field}.tested` });
  if (other === null) throw ProblemError.invalid('REQUIRED', { field: `${field}.passed` });
  if (result === 'NOT_TESTED') {
    const at = { field: `${field}.result`, value: result, limit: one };
    throw ProblemError.invalid('CONTRADICTION', at);
  }
  if (one === 0) throw ProblemError.invalid('TOO_SMALL', { field: `${field}.tested`, value: one, limit: 1 });
  notMoreThan(`${field}.passed`, other, one);
  if (result === 'PASS' && other === 0) {
    throw ProblemError.invalid('CONTRADICTION', { field: `${field}.passed`, value: other, limit: result });
  }
}
