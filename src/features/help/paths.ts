/** The answers to read. */
export const HELP = '/hilfe';
/** The form for questions, also for visitors. */
export const CONTACT = '/kontakt';
export const CONTACT_SENT = '/kontakt/gesendet';
/** The questions of the firm and what came of them. */
export const INQUIRIES = '/hilfe/anfragen';

export const inquiryHref = (number: string) => `${INQUIRIES}/${number}`;
