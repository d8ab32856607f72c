export const TEMPLATES = '/vorlagen';

export const templateHref = (id: number) => `${TEMPLATES}/${id}`;
