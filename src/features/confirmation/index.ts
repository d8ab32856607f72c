export { confirmationErrors, goOnConfirmed } from './answers.tsx';
export { ConfirmationForm } from './pages/confirmation-form.tsx';
export { confirmationRoutes, showConfirmation } from './routes.tsx';
export { ConfirmIdentity } from './schemas.ts';
export { words as confirmationWords } from './words.ts';
