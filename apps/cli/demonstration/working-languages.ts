import type { MemberStateCode } from '#reference/data/regional-groups.js';

/**
 * Languages that units of the demonstration work in, beside English: after the official languages of the Member State,
 * so that a filter by language finds something plausible. What a real unit speaks is not said.
 */
const BY_LANGUAGE: Readonly<Record<string, readonly MemberStateCode[]>> = {
  fr: [
    ...(['BEN', 'BFA', 'BDI', 'CMR', 'CAF', 'TCD', 'COM', 'COG', 'CIV', 'COD', 'DJI', 'GNQ', 'GAB'] as const),
    ...(['GIN', 'MDG', 'MLI', 'NER', 'RWA', 'SEN', 'SYC', 'TGO', 'HTI', 'BEL', 'FRA', 'LUX', 'MCO'] as const),
    ...(['CHE', 'CAN', 'VUT', 'MAR', 'TUN', 'DZA', 'MRT', 'LBN', 'ROU'] as const),
  ],
  ar: [
    ...(['DZA', 'BHR', 'EGY', 'IRQ', 'JOR', 'KWT', 'LBN', 'LBY', 'MRT', 'MAR', 'OMN', 'QAT', 'SAU'] as const),
    ...(['SDN', 'SYR', 'TUN', 'ARE', 'YEM'] as const),
  ],
  es: [
    ...(['ARG', 'BOL', 'CHL', 'COL', 'CRI', 'CUB', 'DOM', 'ECU', 'SLV', 'GTM', 'HND', 'MEX', 'NIC'] as const),
    ...(['PAN', 'PRY', 'PER', 'ESP', 'URY', 'VEN'] as const),
  ],
  pt: ['AGO', 'BRA', 'CPV', 'GNB', 'MOZ', 'PRT', 'STP', 'TLS'],
  ru: ['BLR', 'KAZ', 'KGZ', 'RUS', 'TJK', 'ARM', 'UZB', 'TKM'],
};

/** Of these Member States the units work in that language alone; of the others in English too. */
const FRENCH_ALONE: readonly MemberStateCode[] = [
  'BEN',
  'BFA',
  'CIV',
  'COG',
  'GAB',
  'GIN',
  'NER',
  'SEN',
  'TGO',
];

export function workingLanguages(memberState: MemberStateCode): string[] {
  const own = Object.keys(BY_LANGUAGE).filter((language) => BY_LANGUAGE[language]?.includes(memberState));
  return FRENCH_ALONE.includes(memberState) ? own : ['en', ...own];
}
