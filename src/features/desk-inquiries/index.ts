export { deskInquiryRoutes } from './routes.tsx';
