/** Where the desk keeps the catalogue. */
export const CATALOGUE = '/desk/katalog';

/** The page of a thing; its code may hold letters, digits, underscores and hyphens. */
export const subjectHref = (subject: string, code: string): string => `${CATALOGUE}/${subject}/${code}`;

/** The week of a round or a site. */
export const roundHref = (pool: string): string => `${CATALOGUE}/touren/${pool}`;
