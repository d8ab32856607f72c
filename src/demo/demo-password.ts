/** The one password of all sample logins. Printed at start, written in the README, useless anywhere else. */
export const DEMO_PASSWORD = 'Spreebrief-Demo-2026';
