/** What the firm sees of them. */
export const BOXES = '/bestellen/kisten';

/** Where dispatch writes movements of boxes down. */
export const DESK_BOXES = '/desk/kisten';
export const deskBoxesHref = (number: string): string =>
  `${DESK_BOXES}?${new URLSearchParams({ kunde: number })}`;
