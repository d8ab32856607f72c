export const QUEUES = '/desk/aufgaben';
export const QUEUES_RETRY = `${QUEUES}/wiederholen`;
