import { PROBLEM_CODES } from '../problem.js';
import { CATALOGUES, type MessageKey } from './catalogue/index.js';
import { LOCALES } from './locale.js';
import { negotiateLocale } from './negotiate-locale.js';
import { render, term, translatedLocale } from './render.js';

const KEYS = Object.keys(CATALOGUES.en) as MessageKey[];

describe('the message catalogue', () => {
  it('has no empty text and no straight apostrophe, which ICU would read as a quote', () => {
    for (const catalogue of Object.values(CATALOGUES)) {
      for (const key of KEYS) expect([key, catalogue[key]]).toEqual([key, expect.stringMatching(/^[^']+$/)]);
    }
  });

  it('asks for the same parameters in every language', () => {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/(?<!one |other |none )\{(\w+)[,}]/g)].map(([, name]) => name))].sort();
    for (const key of KEYS)
      expect([key, names(CATALOGUES.fr[key])]).toEqual([key, names(CATALOGUES.en[key])]);
  });

  it('is rendered in English where a language has no catalogue yet', () => {
    expect(LOCALES.map(translatedLocale)).toEqual(['en', 'en', 'en', 'fr', 'en', 'en']);
    expect(render('ar', 'reason.NO_AAV')).toBe(render('en', 'reason.NO_AAV'));
  });
});

describe('render', () => {
  it('names codes and writes days out, whatever the time zone of the machine', () => {
    const params = { doc: 'NOTE_VERBALE', validUntil: '2025-10-13' };
    expect(render('en', 'reason.DOC_EXPIRED', params)).toBe(
      'A document that level 1 asks for expired on 13 October 2025: note verbale.',
    );
    expect(render('fr', 'reason.DOC_EXPIRED', params)).toBe(
      'Une pièce exigée pour le niveau 1 est arrivée à expiration le 13 octobre 2025\u00a0: note verbale.',
    );
  });

  it('writes the first of a month as French does', () => {
    const due = (day: string) => render('fr', 'reason.PLAN_ON_TRACK', { due: day });
    expect(due('2025-12-01')).toContain('le 1er décembre 2025.');
    expect(due('2025-12-11')).toContain('le 11 décembre 2025.');
    expect(render('en', 'reason.PLAN_ON_TRACK', { due: '2025-12-01' })).toContain('1 December 2025.');
  });

  it('writes numbers and plurals in the manner of the language', () => {
    const params = { dimension: 'personnel', pct: 87.5 };
    expect(render('en', 'reason.RATING_2', params)).toContain('personnel at 87.5% of what is required.');
    expect(render('fr', 'reason.RATING_2', params)).toContain('effectifs, 87,5\u00a0% de ce qui est exigé.');
    expect(render('en', 'reason.AAV_RECOMMENDATIONS_OPEN', { count: 1 })).toContain('One recommendation');
    expect(render('fr', 'reason.AAV_RECOMMENDATIONS_OPEN', { count: 3 })).toContain('3 recommandations');
  });

  it('says nothing that another refusal of the same rule would make untrue', () => {
    const hospital = { field: 'pledgeId', value: 'FORMED_POLICE_UNIT' };
    expect(render('en', 'problem.UNIT_TYPE_NOT_ELIGIBLE', hospital)).not.toContain('rapid deployment');
    expect(render('fr', 'problem.UNIT_TYPE_NOT_ELIGIBLE', hospital)).not.toContain('déploiement rapide');
    // A newer failure outweighs a verification that was passed before: it may not be said that none was.
    expect(render('en', 'reason.RDL_VERIFICATION_NOT_PASSED')).toContain('or the latest was failed');
    expect(render('fr', 'reason.RDL_VERIFICATION_NOT_PASSED')).toContain('ou la dernière a échoué');
    const submitted = { field: 'confirmedOn', value: '2025-10-13' };
    expect(render('en', 'problem.BEFORE_REGISTRATION', submitted)).toContain('has not been registered');
  });

  it('says what an optional parameter adds, and nothing where it is absent', () => {
    const rating = { dimension: 'equipmentOnHand', pct: 70 };
    expect(render('en', 'reason.RATING_3', { ...rating, criticalLine: 'AMBULANCE' })).toContain(
      'critical line ambulance',
    );
    expect(render('en', 'reason.RATING_3', { ...rating, criticalLine: 'helicopter' })).toContain(
      'line helicopter',
    );
    expect(render('en', 'reason.RATING_3', { ...rating, criticalLine: null })).not.toContain('critical');
    expect(render('en', 'gate.DOCUMENT_HELD', { doc: 'LOAD_LIST' })).toBe(
      'Needed: load list, which is not held.',
    );
  });

  it('refuses a sentence with a hole', () => {
    expect(() => render('en', 'reason.PLAN_ON_TRACK')).toThrow(/due/);
  });

  it('lists the steps that a pledge may take', () => {
    const step = { from: 'REGISTERED', to: 'DEPLOYED', allowed: ['SELECTED', 'WITHDRAWN'] };
    expect(render('en', 'problem.TRANSITION_NOT_ALLOWED', step)).toBe(
      'A pledge that is “registered” cannot become “deployed”; from here it can become: selected or withdrawn.',
    );
    expect(render('en', 'problem.TRANSITION_NOT_ALLOWED', { ...step, allowed: [] })).toContain(
      'this state is final',
    );
  });

  it('has a sentence for every problem, with the limit and without', () => {
    const params = {
      field: 'dueOn',
      value: 'X',
      expectedVersion: 1,
      currentVersion: 2,
      from: 'DRAFT',
      to: 'PDV',
    };
    for (const code of PROBLEM_CODES) {
      for (const locale of ['en', 'fr'] as const) {
        for (const limit of [null, '5']) {
          const text = render(locale, `problem.${code}`, { ...params, limit });
          expect(
            render(locale, `problem.${code}`, { ...params, field: null, value: null, limit }),
          ).toBeTruthy();
          expect([code, text]).toEqual([code, expect.stringMatching(/^[^{}]*\.$/)]);
          expect(text).not.toContain('none');
        }
      }
    }
  });

  it('does not read placeholders in what a person wrote', () => {
    expect(render('en', 'problem.UNKNOWN_MISSION', { field: 'mission', value: '{limit}' })).toContain(
      '“{limit}”',
    );
  });
});

describe('term', () => {
  it('names a code, or gives back the code', () => {
    expect(term('fr', 'unitType', 'FORMED_POLICE_UNIT')).toBe('unité de police constituée');
    expect(term('en', 'equipment', 'OLD_ITEM')).toBe('OLD_ITEM');
    expect(term('en', 'level', 'constructor')).toBe('constructor');
  });
});

describe('negotiateLocale', () => {
  it.each([
    [undefined, undefined, 'en'],
    ['', null, 'en'],
    ['fr-CH, fr;q=0.9, en;q=0.8', undefined, 'fr'],
    ['de, es;q=0.4, ru;q=0.7', undefined, 'ru'],
    ['zh-Hans-CN', undefined, 'zh'],
    ['fr;q=0, ar;q=0.1', undefined, 'ar'],
    ['*', undefined, 'en'],
    [';;q=,,', undefined, 'en'],
    ['fr', 'es', 'es'],
    ['fr', 'de', 'fr'],
  ])('%s with argument %s is answered in %s', (header, argument, locale) => {
    expect(negotiateLocale(header, argument)).toBe(locale);
  });
});
