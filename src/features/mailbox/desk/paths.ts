export const DESK_MAILBOX = '/desk/postfach';
export const deskMailHref = (id: number | string): string => `${DESK_MAILBOX}/${id}`;
