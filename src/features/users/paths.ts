/** Addresses of this folder (they are German words in both languages). */
export const USERS = '/konto/benutzer';
export const INVITE = `${USERS}/einladen`;
/** With `.csv` or `.xlsx` behind it. */
export const EXPORT = `${USERS}/export`;
export const OWN_DELETION = `${USERS}/loeschung-beantragen`;
export const ASK_FOR_RIGHT = '/konto/rechte-anfrage';

/** A row of the database, or its place in the pattern of a route: `:id`. */
type Id = number | ':id';

export const memberHref = (personId: Id) => `${USERS}/${personId}`;
export const deleteHref = (personId: Id) => `${USERS}/${personId}/loeschen`;
export const openInvitationHref = (id: Id) => `${USERS}/einladungen/${id}`;
/** What a member asks for. */
export const memberRequestHref = (id: Id) => `${USERS}/anfragen/${id}`;
/** Somebody who registered for a number that is registered. */
export const joinRequestHref = (id: Id) => `${USERS}/beitritt/${id}`;
/** For whoever has got the letter. */
export const invitationHref = (token: string) => `/einladung/${token}`;
export const INVITATION_ACCEPTED = '/einladung/angenommen';
