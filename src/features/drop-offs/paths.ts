export const DROP_OFFS = '/einlieferungen';
export const NEW_DROP_OFF = `${DROP_OFFS}/neu`;

/** The page of one drop-off, by the number of its order. */
export const dropOffHref = (number: string) => `${DROP_OFFS}/${number}`;
export const changeHref = (number: string) => `${dropOffHref(number)}/aendern`;
export const manifestHref = (number: string) => `${dropOffHref(number)}/einlieferungsliste.pdf`;
