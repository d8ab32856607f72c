export { deskMailboxRoutes } from './desk/routes.tsx';
export { mailboxRoutes } from './routes.tsx';
