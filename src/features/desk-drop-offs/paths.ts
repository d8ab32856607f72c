export const DESK_DROP_OFFS = '/desk/einlieferungen';
export const countHref = (code: string) => `${DESK_DROP_OFFS}?${new URLSearchParams({ code })}`;
export const receiptHref = (number: string) => `${DESK_DROP_OFFS}/${number}`;
