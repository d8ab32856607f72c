import { Hono } from 'hono';
import { accountRoutes } from './features/account/index.ts';
import { carrierPageRoutes } from './features/carrier-pages/index.ts';
import { goodsRoutes } from './features/goods/index.ts';
import { homeRoutes } from './features/home/index.ts';
import { mailboxRoutes } from './features/mailbox/index.ts';
import { orderRoutes } from './features/orders/index.ts';
import { pickupRoutes } from './features/pickups/index.ts';
import { showSignIn, signInRoutes } from './features/sign-in/index.ts';
import { serveAssets } from './platform/assets/index.ts';
import { securityHeaders } from './platform/http/index.ts';
import { healthRoutes, mountRoutes, type Route, type Services } from './web/index.ts';

/** Every address of the portal with who may call it. The tests walk over this table. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...homeRoutes,
  ...signInRoutes,
  ...goodsRoutes,
  ...pickupRoutes,
  ...orderRoutes,
  ...accountRoutes,
  ...carrierPageRoutes,
  ...mailboxRoutes,
];

/** The portal as a function from request to response; whoever serves it decides where. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  const headers = Object.entries(securityHeaders(services.baseUrl?.startsWith('https:') ?? false));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
  });
  app.get('/assets/*', serveAssets(services.assets));
  mountRoutes(app, services, routes, { showSignIn, newPasswordPath: '/neues-passwort' });
  return app;
}
