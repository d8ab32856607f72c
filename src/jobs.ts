import { approvalHandlers, approvalJobs } from './features/approval/index.ts';
import { auditHandlers, auditJobs } from './features/audit-log/index.ts';
import { courierHandlers, courierJobs } from './features/couriers/index.ts';
import { catalogueHandlers, catalogueJobs } from './features/desk-catalogue/index.ts';
import { dayHandlers, dayJobs } from './features/desk-today/index.ts';
import { documentHandlers, documentJobs } from './features/documents/index.ts';
import { inquiryHandlers, inquiryJobs } from './features/help/index.ts';
import { invoiceHandlers, invoiceJobs } from './features/invoices/index.ts';
import { maintenanceHandlers, maintenanceJobs } from './features/maintenance/index.ts';
import { mandateHandlers, mandateJobs } from './features/mandates/index.ts';
import { companyHandlers, companyJobs } from './features/master-data/index.ts';
import { noticeHandlers, noticeJobs } from './features/notices/index.ts';
import { orderHandlers, orderJobs } from './features/orders/index.ts';
import { paymentHandlers } from './features/payments/index.ts';
import { registrationHandlers, registrationJobs } from './features/registration/index.ts';
import { securityHandlers, securityJobs } from './features/security-letters/index.ts';
import { signInHandlers, signInJobs } from './features/sign-in/index.ts';
import { staffHandlers, staffJobs } from './features/staff/index.ts';
import { standingPickupHandlers, standingPickupJobs } from './features/standing-pickups/index.ts';
import { userHandlers, userJobs } from './features/users/index.ts';
import { weeklyReportHandlers, weeklyReportJobs } from './features/weekly-reports/index.ts';
import type { Carrier } from './platform/carrier/carrier.ts';
import type { Database } from './platform/db/database.ts';
import type { JobHandler, Jobs } from './platform/jobs/jobs.ts';
import type { Mailer } from './platform/mail/mail.ts';
import type { PdfRenderer } from './platform/pdf/index.ts';

/** Every kind of work that happens outside a request. A queue for each is made with the migrations. */
export const allJobs = [
  ...signInJobs,
  ...securityJobs,
  ...orderJobs,
  ...approvalJobs,
  ...standingPickupJobs,
  ...dayJobs,
  ...noticeJobs,
  ...courierJobs,
  ...documentJobs,
  ...weeklyReportJobs,
  ...invoiceJobs,
  ...mandateJobs,
  ...companyJobs,
  ...inquiryJobs,
  ...registrationJobs,
  ...userJobs,
  ...staffJobs,
  ...catalogueJobs,
  ...maintenanceJobs,
  ...auditJobs,
];

/** What the handlers of jobs work with. */
export interface JobServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly pdf: PdfRenderer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
  /** The folder into which another system drops documents, if there is one. */
  readonly documentInbox?: string | undefined;
  /** For what is worth a line besides the errors; absent in tests. */
  readonly log?: { info(line: object): void } | undefined;
  /** Opens what is sealed at rest. */
  readonly appKey: string;
  /** For links in mails; without a trailing slash. */
  readonly publicUrl: string;
}

/** What to do for each job. */
export const allHandlers = (services: JobServices): readonly JobHandler[] => [
  ...signInHandlers(services),
  ...securityHandlers(services),
  ...orderHandlers(services),
  ...approvalHandlers(services),
  ...standingPickupHandlers(services),
  ...dayHandlers(services),
  ...noticeHandlers(services),
  ...courierHandlers(services),
  ...documentHandlers(services),
  ...weeklyReportHandlers(services),
  ...invoiceHandlers(services),
  ...paymentHandlers(services),
  ...mandateHandlers(services),
  ...companyHandlers(services),
  ...inquiryHandlers(services),
  ...registrationHandlers(services),
  ...userHandlers(services),
  ...staffHandlers(services),
  ...catalogueHandlers(services),
  ...maintenanceHandlers(services),
  ...auditHandlers(services),
];
