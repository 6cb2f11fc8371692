import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { LOCALES } from '#platform/messages/locale.js';
import { describeShared } from '#test/support/shared.js';

import { MEMBER_STATES, nameKey, resolveMemberState } from './member-states.js';
import { MISSIONS } from './missions.js';
import { REGIONAL_GROUPS } from './regional-groups.js';

/** Values of one column of comma-separated lines under a heading, without repeats. */
const column = (texts: readonly string[], index: number): string[] => [
  ...new Set(
    texts.flatMap((text) =>
      text
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',')[index] ?? ''),
    ),
  ),
];

describe('Member States', () => {
  it('are 193, in five regional groups of the published sizes', () => {
    const sizes = REGIONAL_GROUPS.map(
      (group) => MEMBER_STATES.filter((state) => state.group === group).length,
    );
    expect(sizes).toEqual([54, 54, 23, 33, 29]);
    expect(MEMBER_STATES).toHaveLength(193);
  });

  it.each([
    ['KIR', 'ASIA_PACIFIC'],
    ['CYP', 'ASIA_PACIFIC'],
    ['ISR', 'WESTERN_EUROPEAN_AND_OTHERS'],
    ['TUR', 'WESTERN_EUROPEAN_AND_OTHERS'],
    ['USA', 'WESTERN_EUROPEAN_AND_OTHERS'],
  ])('%s is in %s', (iso3, group) => {
    expect(MEMBER_STATES.find((state) => state.iso3 === iso3)?.group).toBe(group);
  });

  it('have unique codes of the right form', () => {
    expect(new Set(MEMBER_STATES.map(({ iso3 }) => iso3)).size).toBe(193);
    expect(new Set(MEMBER_STATES.map(({ m49 }) => m49)).size).toBe(193);
    for (const { iso3, m49 } of MEMBER_STATES) {
      expect(iso3).toMatch(/^[A-Z]{3}$/);
      expect(m49).toMatch(/^\d{3}$/);
    }
  });

  it('have a name of their own in every official language', () => {
    for (const locale of LOCALES) {
      const texts = MEMBER_STATES.map(({ names }) => names[locale].text.trim());
      expect(texts).not.toContain('');
      expect(new Set(texts).size).toBe(193);
    }
  });

  it('follow United Nations usage where the library does not, and say where that is unverified', () => {
    const nameOf = (iso3: string) => MEMBER_STATES.find((state) => state.iso3 === iso3)?.names;
    expect(nameOf('VNM')?.en).toEqual({ text: 'Viet Nam', sourced: true });
    expect(nameOf('KOR')?.fr).toEqual({ text: 'République de Corée', sourced: true });
    expect(nameOf('TUR')?.en).toEqual({ text: 'Türkiye', sourced: true });
    expect(nameOf('NLD')?.zh.sourced).toBe(false);
    expect(nameOf('CHN')?.ru.text).toBe('Китай');
  });

  it('never share a spelling', () => {
    const owner = new Map<string, string>();
    for (const { iso3, names, aliases } of MEMBER_STATES) {
      for (const name of [iso3, ...LOCALES.map((locale) => names[locale].text), ...aliases]) {
        expect([owner.get(nameKey(name)) ?? iso3, name]).toEqual([iso3, name]);
        owner.set(nameKey(name), iso3);
      }
    }
  });

  it('are ranked by their English names, with Côte d’Ivoire beside Costa Rica', () => {
    expect(MEMBER_STATES.map(({ nameRank }) => nameRank)).toEqual(
      Array.from({ length: 193 }, (_, i) => i + 1),
    );
    expect(MEMBER_STATES[0]?.iso3).toBe('AFG');
    expect(MEMBER_STATES[192]?.iso3).toBe('ZWE');
    const rank = (code: string) => MEMBER_STATES.findIndex(({ iso3 }) => iso3 === code);
    expect(rank('CIV') - rank('CRI')).toBe(1);
  });

  it.each([
    ['Turkey', 'TUR'],
    ['Turkiye', 'TUR'],
    ['Cote d Ivoire', 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['Cote dIvoire', 'CIV'],
    ['Moldova, Republic of', 'MDA'],
    ['Tanzania, United Republic of', 'TZA'],
    ['DR Congo', 'COD'],
    ['Congo', 'COG'],
    ['Brunei', 'BRN'],
    ['Vietnam', 'VNM'],
    ['The former Yugoslav Republic of Macedonia', 'MKD'],
    ['United Kingdom', 'GBR'],
    ['Niger', 'NER'],
    ['Guinea', 'GIN'],
    ['BGD', 'BGD'],
  ])('«%s» is %s', (spelling, iso3) => {
    expect(resolveMemberState(spelling)).toBe(iso3);
  });

  it.each(['Kosovo', 'Holy See', 'Atlantis', ''])('«%s» is none of them', (spelling) => {
    expect(resolveMemberState(spelling)).toBeUndefined();
  });
});

describe('missions', () => {
  it('have unique codes and end after they begin', () => {
    expect(new Set(MISSIONS.map(({ code }) => code)).size).toBe(MISSIONS.length);
    for (const { code, openedOn, closedOn } of MISSIONS) {
      expect([code, closedOn === null || openedOn < closedOn]).toEqual([code, true]);
    }
  });
});

const ONE_MONTH = 'data/contributions/un_contributions_2025-06-30.csv';
const ALL_MONTHS = 'data/contributions/un_contributions_2021-02_to_2025-06.csv.gz';

describeShared('the published figures of contributors', [ONE_MONTH, ALL_MONTHS], (path) => {
  const texts = [
    readFileSync(path(ONE_MONTH), 'utf8'),
    gunzipSync(readFileSync(path(ALL_MONTHS))).toString('utf8'),
  ];

  it('name no country that is not resolved', () => {
    const countries = column(texts, 2);
    expect(countries.length).toBeGreaterThan(100);
    expect(countries.filter((country) => resolveMemberState(country) === undefined)).toEqual([]);
  });

  it('name no mission that is not listed', () => {
    const codes = new Set<string>(MISSIONS.map(({ code }) => code));
    expect(column(texts, 1).filter((mission) => !codes.has(mission))).toEqual([]);
  });
});
