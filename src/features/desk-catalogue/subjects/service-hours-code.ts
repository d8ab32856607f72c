/** There is one customer service; its week that has begun last counts. */
export const SERVICE_HOURS_CODE = 'telefon';
