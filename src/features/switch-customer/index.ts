export { switchRoutes } from './routes.tsx';
export { SwitchCustomer, switchCustomer } from './switch-customer.ts';
