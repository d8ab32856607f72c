export { CHOICES, type Choice, choicesFor, rebookHref } from './choices.ts';
export { rebookingRoutes } from './routes.tsx';
