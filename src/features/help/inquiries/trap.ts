/** The field of the contact form that stays empty. Its name means nothing to a browser that fills in addresses. */
export const TRAP = 'betreff2';
