/** Documents that are older when they come are history that is taken over: nobody wants a letter about each. */
export const NEWS_DAYS = 14;

/** Whether a document is news to its firm: told about, delivered, marked as new. */
export function isNews(documentDate: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  return Temporal.PlainDate.compare(documentDate, today.subtract({ days: NEWS_DAYS })) >= 0;
}
