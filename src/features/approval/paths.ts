/** Where administrators set the firm's rule. */
export const RULE = '/konto/freigabe';
