import { Hono } from 'hono';
import { accountRoutes } from './features/account/index.ts';
import { apiDocsRoutes } from './features/api-docs/index.ts';
import { approvalApi, approvalRoutes } from './features/approval/index.ts';
import { auditRoutes } from './features/audit-log/index.ts';
import { billingRoutes } from './features/billing/index.ts';
import { boxApi, boxRoutes, deskBoxRoutes } from './features/boxes/index.ts';
import { calendarApi, calendarRoutes } from './features/calendar/index.ts';
import { carrierPageRoutes } from './features/carrier-pages/index.ts';
import { catalogueApi } from './features/catalogue/index.ts';
import { confirmationRoutes, showConfirmation } from './features/confirmation/index.ts';
import { courierApi, courierRoutes } from './features/couriers/index.ts';
import { customerViewRoutes } from './features/customer-views/index.ts';
import { customerApi } from './features/customers/index.ts';
import { deskCatalogueRoutes } from './features/desk-catalogue/index.ts';
import { deskCustomerRoutes } from './features/desk-customers/index.ts';
import { deskDropOffRoutes } from './features/desk-drop-offs/index.ts';
import { deskFaqRoutes } from './features/desk-faq/index.ts';
import { deskInquiryRoutes } from './features/desk-inquiries/index.ts';
import { dayRoutes } from './features/desk-today/index.ts';
import { documentApi, documentRoutes } from './features/documents/index.ts';
import { dropOffApi, dropOffRoutes } from './features/drop-offs/index.ts';
import { goodsApi, goodsRoutes } from './features/goods/index.ts';
import { helpRoutes } from './features/help/index.ts';
import { homeRoutes } from './features/home/index.ts';
import { deskMailboxRoutes, mailboxRoutes } from './features/mailbox/index.ts';
import { mandateRoutes } from './features/mandates/index.ts';
import { masterDataApi, masterDataRoutes } from './features/master-data/index.ts';
import { noticeApi, noticeRoutes } from './features/notices/index.ts';
import { orderApi, orderRoutes } from './features/orders/index.ts';
import { ownDataRoutes } from './features/own-data/index.ts';
import { passkeyRoutes } from './features/passkeys/index.ts';
import { passwordRoutes } from './features/password/index.ts';
import { pickupApi, pickupRoutes } from './features/pickups/index.ts';
import { queueRoutes } from './features/queues/index.ts';
import { rebookingRoutes } from './features/rebooking/index.ts';
import { registrationRoutes } from './features/registration/index.ts';
import { secondFactorRoutes } from './features/second-factor/index.ts';
import { securityRoutes } from './features/security/index.ts';
import { SIGN_IN_STEPS, showSignIn, signInApi, signInRoutes } from './features/sign-in/index.ts';
import { STAFF_SIGN_IN, showStaffConfirmation, staffRoutes } from './features/staff/index.ts';
import { standingPickupApi, standingPickupRoutes } from './features/standing-pickups/index.ts';
import { switchRoutes } from './features/switch-customer/index.ts';
import { templateApi, templateRoutes } from './features/templates/index.ts';
import { showMissingRight, userRoutes } from './features/users/index.ts';
import { volumeRoutes } from './features/volumes/index.ts';
import { serveAssets } from './platform/assets/index.ts';
import { securityHeaders } from './platform/http/index.ts';
import { healthRoutes, metricsRoutes, mountRoutes, type Route, type Services } from './web/index.ts';

/** The JSON API, in the order in which its description lists it. */
const apiRoutes: readonly Route[] = [
  ...signInApi,
  ...catalogueApi,
  ...customerApi,
  ...goodsApi,
  ...pickupApi,
  ...standingPickupApi,
  ...dropOffApi,
  ...courierApi,
  ...orderApi,
  ...approvalApi,
  ...templateApi,
  ...boxApi,
  ...noticeApi,
  ...calendarApi,
  ...documentApi,
  ...masterDataApi,
];

/** Every address of the portal with who may call it. The tests walk over this table. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...metricsRoutes,
  ...homeRoutes,
  ...signInRoutes,
  ...registrationRoutes,
  ...goodsRoutes,
  ...boxRoutes,
  ...pickupRoutes,
  ...standingPickupRoutes,
  ...dropOffRoutes,
  ...courierRoutes,
  ...orderRoutes,
  ...approvalRoutes,
  ...templateRoutes,
  ...noticeRoutes,
  ...calendarRoutes,
  ...rebookingRoutes,
  ...documentRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...masterDataRoutes,
  ...ownDataRoutes,
  ...mandateRoutes,
  ...confirmationRoutes,
  ...securityRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...passwordRoutes,
  ...switchRoutes,
  ...helpRoutes,
  ...carrierPageRoutes,
  ...staffRoutes,
  ...dayRoutes,
  ...deskDropOffRoutes,
  ...deskBoxRoutes,
  ...volumeRoutes,
  ...deskCatalogueRoutes,
  ...deskCustomerRoutes,
  ...deskFaqRoutes,
  ...deskInquiryRoutes,
  ...customerViewRoutes,
  ...billingRoutes,
  ...mailboxRoutes,
  ...deskMailboxRoutes,
  ...queueRoutes,
  ...auditRoutes,
  ...apiRoutes,
  ...apiDocsRoutes(apiRoutes),
];

/** The portal as a function from request to response; whoever serves it decides where. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  const headers = Object.entries(securityHeaders(services.baseUrl?.startsWith('https:') ?? false));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.get('/assets/*', serveAssets(services.assets));
  mountRoutes(app, services, routes, {
    showSignIn,
    showConfirmation,
    showMissingRight,
    stepPaths: SIGN_IN_STEPS,
    desk: { ...STAFF_SIGN_IN, showConfirmation: showStaffConfirmation },
  });
  return app;
}
