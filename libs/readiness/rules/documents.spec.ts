import { on, reasonsOf, SOUND } from '#test/support/sound-facts.js';
import { LEVEL_1_DOCUMENTS, LEVEL_3_DOCUMENTS, type DocumentFact, type DocumentType } from '../facts.js';

const without = (type: DocumentType) => SOUND.documents.filter((document) => document.type !== type);
const copy = (type: DocumentType, receivedOn: string, validUntil: string | null): DocumentFact => ({
  type,
  receivedOn: on(receivedOn),
  validUntil: validUntil === null ? null : on(validUntil),
});
/** The sound pledge with these copies instead of its own. */
const copies = (type: DocumentType, ...documents: [string, string | null][]) => ({
  registeredLevel: 'NONE' as const,
  documents: [
    ...without(type),
    ...documents.map(([receivedOn, validUntil]) => copy(type, receivedOn, validUntil)),
  ],
});

describe('documents of level 1', () => {
  it.each(LEVEL_1_DOCUMENTS)('%s not held is a gap', (type) => {
    expect(reasonsOf(copies(type))).toEqual([`GAP DOC_MISSING doc=${type}`]);
  });

  it.each([
    ['2025-10-12', []],
    ['2025-10-13', []],
    ['2025-10-14', ['GAP DOC_EXPIRED doc=NOTE_VERBALE validUntil=2025-10-13']],
  ])('are expired from the day after their last: on %s', (asOf, reasons) => {
    expect(reasonsOf(copies('NOTE_VERBALE', ['2025-01-01', '2025-10-13']), asOf)).toEqual(reasons);
  });

  it.each([
    ['2025-10-12', ['GAP DOC_MISSING doc=NOTE_VERBALE']],
    ['2025-10-13', []],
    ['2025-10-14', []],
  ])('are held from the day they are received: on %s', (asOf, reasons) => {
    expect(reasonsOf(copies('NOTE_VERBALE', ['2025-10-13', null]), asOf)).toEqual(reasons);
  });

  it('count by the copy that expires last, and one without an end never does', () => {
    const expired = ['GAP DOC_EXPIRED doc=NOTE_VERBALE validUntil=2025-09-30'];
    expect(
      reasonsOf(copies('NOTE_VERBALE', ['2025-01-01', '2025-09-30'], ['2025-05-01', '2025-08-31'])),
    ).toEqual(expired);
    expect(
      reasonsOf(copies('NOTE_VERBALE', ['2025-05-01', '2025-08-31'], ['2025-01-01', '2025-09-30'])),
    ).toEqual(expired);
    expect(reasonsOf(copies('NOTE_VERBALE', ['2025-01-01', null], ['2025-05-01', '2025-08-31']))).toEqual([]);
  });

  it('expired are reported by what is held, though a better copy is to come', () => {
    const documents = copies('NOTE_VERBALE', ['2025-01-01', '2025-09-30'], ['2025-10-14', null]);
    expect(reasonsOf(documents)).toEqual(['GAP DOC_EXPIRED doc=NOTE_VERBALE validUntil=2025-09-30']);
    expect(reasonsOf(documents, '2025-10-14')).toEqual([]);
  });
});

describe('a level registered above the computed one', () => {
  it('is a proposal', () => {
    expect(reasonsOf({ registeredLevel: 'RDL', rdl: null })).toEqual([
      'INFO LEVEL_DISCREPANCY registered=RDL computed=LEVEL_3',
    ]);
  });

  it('is none where it is reached or below', () => {
    expect(reasonsOf({ registeredLevel: 'LEVEL_3', rdl: null })).toEqual([]);
    expect(reasonsOf({ registeredLevel: 'NONE' })).toEqual([]);
  });

  it.each(LEVEL_3_DOCUMENTS)('names the missing %s', (type) => {
    expect(reasonsOf({ registeredLevel: 'LEVEL_3', documents: without(type) })).toEqual([
      `CONDITION DOC_MISSING_FOR_LEVEL doc=${type}`,
      'INFO LEVEL_DISCREPANCY registered=LEVEL_3 computed=LEVEL_2',
    ]);
  });

  it.each([
    ['2025-10-13', []],
    [
      '2025-10-14',
      [
        'CONDITION DOC_EXPIRED_FOR_LEVEL doc=LOAD_LIST validUntil=2025-10-13',
        'INFO LEVEL_DISCREPANCY registered=RDL computed=LEVEL_2',
      ],
    ],
  ])('names what has expired, on %s', (asOf, reasons) => {
    const documents = copies('LOAD_LIST', ['2025-01-01', '2025-10-13']).documents;
    expect(reasonsOf({ documents }, asOf)).toEqual(reasons);
  });

  it('asks for no document of level 3 where level 2 was registered, or where nothing differs', () => {
    const documents = without('LOAD_LIST');
    expect(reasonsOf({ registeredLevel: 'LEVEL_2', documents, aav: null })).toEqual([
      'GAP NO_AAV',
      'INFO LEVEL_DISCREPANCY registered=LEVEL_2 computed=LEVEL_1',
    ]);
    expect(reasonsOf({ registeredLevel: 'LEVEL_2', documents })).toEqual([]);
  });
});
