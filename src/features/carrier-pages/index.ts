export { ContactCard } from './pages/contact-card.tsx';
export { carrierPageRoutes } from './routes.tsx';
