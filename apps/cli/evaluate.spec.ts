import { SOUND } from '#test/support/sound-facts.js';
import { writtenFacts } from '#test/support/written-facts.js';
import { evaluateEntries } from './evaluate.js';

const facts = writtenFacts(SOUND);
const pledge = { name: 'P-1', asOf: '2025-10-13', facts };
const state = { name: 'S-1', asOf: '2025-10-13', stateBars: [], pledges: [facts] };

describe('muster evaluate', () => {
  it('answers pledges and Member States in order, by name', () => {
    const result = evaluateEntries(JSON.stringify([state, pledge, pledge]), 'pledges.json');
    const answers = JSON.parse('output' in result ? result.output : '') as Record<string, unknown>[];
    expect(answers.map(({ name }) => name)).toEqual(['S-1', 'P-1', 'P-1']);
    expect(answers[1]).toEqual({
      name: 'P-1',
      level: 'RDL',
      status: 'READY',
      reasons: [],
      nextChangeOn: '2026-01-02',
    });
    expect(Object.keys(answers[0] ?? {})).toEqual([
      'name',
      'word',
      'flags',
      'pool',
      'committed',
      'deployed',
      'counts',
      'limiting',
      'bestLevel',
      'rdl',
      'availablePersonnel',
      'evidence',
      'nextChangeOn',
    ]);
  });

  it('answers no entries with none, and does not mind a byte order mark', () => {
    expect(evaluateEntries('\uFEFF[]', 'pledges.json')).toEqual({ output: '[]' });
  });

  it('names all broken entries by index and field, and answers none', () => {
    const broken = {
      ...pledge,
      asOf: '2025-02-30',
      facts: { ...facts, lifecycle: 'GONE', registeredOn: undefined },
    };
    const long = { ...pledge, name: ['x'.repeat(200)] };
    expect(evaluateEntries(JSON.stringify([pledge, broken, state, long]), 'pledges.json')).toEqual({
      errors: [
        'entry 1: asOf must be a day of the calendar written YYYY-MM-DD, is "2025-02-30"',
        'entry 1: facts.lifecycle must be one of DRAFT SUBMITTED REGISTERED SELECTED MOU_NEGOTIATION PDV CLEARED DEPLOYED RETURNED REJECTED WITHDRAWN, is "GONE"',
        `entry 3: name must be a text, is ["${'x'.repeat(75)}...`,
      ],
    });
  });

  it('refuses what is not a JSON array', () => {
    expect(evaluateEntries('{}', 'pledges.json')).toEqual({
      errors: ['pledges.json is not a JSON array of entries'],
    });
    expect(evaluateEntries('[', 'pledges.json')).toEqual({
      errors: [expect.stringMatching(/^pledges\.json is not JSON: /)],
    });
    expect(evaluateEntries('[3]', 'pledges.json')).toEqual({ errors: ['entry 0 must be an object, is 3'] });
  });

  it('names a field that is nested more deeply than it can be shown', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const text = JSON.stringify([{ ...pledge, name: 'DEEP' }]).replace('"DEEP"', deep);
    expect(evaluateEntries(text, 'pledges.json')).toEqual({
      errors: ['entry 0: name must be a text, is nested too deeply to be shown'],
    });
  });
});
