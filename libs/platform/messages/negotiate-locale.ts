import { isLocale, type Locale } from './locale.js';

/**
 * The language to answer in where the operation itself asks for none: the first of the official languages that the client
 * accepts, else English.
 *
 * @param acceptLanguage the header of that name: `fr-CH, fr;q=0.9, *;q=0.5`; region and script are not told apart
 */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const accepted = (acceptLanguage ?? '')
    .split(',', 20)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return accepted.map(({ language }) => language).find(isLocale) ?? 'en';
}
