/** The inbox of the desk. */
export const INBOX = '/desk/anfragen';

export const deskInquiryHref = (number: string) => `${INBOX}/${number}`;
