/** Where orders that wait for approval are listed. */
export const APPROVALS = '/freigaben';

export const approveHref = (number: string) => `${APPROVALS}/${number}/freigeben`;

export const declineHref = (number: string) => `${APPROVALS}/${number}/ablehnen`;

export const withdrawHref = (number: string) => `${APPROVALS}/${number}/zurueckziehen`;
