/** Where the desk keeps the answers of the help pages. */
export const DESK_HELP = '/desk/hilfe';
export const NEW_ENTRY = '/desk/hilfe/neu';
export const entryHref = (id: number | string) => `${DESK_HELP}/${id}`;
