export { addressLines } from './address-lines.ts';
export { orderApi, placedJson, readOrder } from './api.ts';
export { APPROVALS, approveHref, declineHref, withdrawHref } from './approval-paths.ts';
export { approvalTerms, ordererOf, waitsUntil } from './approval-terms.ts';
export { BASKET_FIELD, basketOf } from './basket.ts';
export { bookingChoices, carriedBooking } from './booking-choices.ts';
export { bookingJson } from './booking-json.ts';
export { type BookingView, bookingLabels, bookingView, placeView } from './booking-view.ts';
export { cancelOrder, writeCancellation } from './cancel-order.ts';
export { withOwnPlace } from './change/change-offers.ts';
export { changeOrder } from './change/change-order.ts';
export { type ConflictView, goOn } from './change/conflict.ts';
export { auditedChange, type Difference, differences, isUnchanged } from './change/differences.ts';
export { isMendedOnForm } from './change/mended-on-form.ts';
export { movePlace } from './change/move-place.ts';
export { movedTo } from './change/moved-to.ts';
export { ChangeCheck, type ChangeCheckProps } from './change/pages/change-check.tsx';
export { ConflictNotice } from './change/pages/conflict-notice.tsx';
export { WhatChanges } from './change/pages/difference-table.tsx';
export { lockOrderToChange, writeVersion } from './change/queries.ts';
export { refuseUnapprovedChange } from './change/refuse-unapproved-change.ts';
export { writeChange } from './change/write-change.ts';
export { finishOrder, type OrderEnd } from './finish-order.ts';
export { type FormPlace, formPlace } from './form-place.ts';
export { approvalWanted, orderCancelled, orderJobs } from './jobs.ts';
export { inJsonTerms } from './json-terms.ts';
export { CUT_FIELD, filledIn, leftOf, mailProductOf, refilled } from './left-of.ts';
export { type LetterOrder, orderParts } from './letter-parts.ts';
export { letterOrders, orderHandlers } from './letters.ts';
export { againHref, answersOf, formPathOf, orderAgain, productCodeOf } from './order-again.ts';
export { OrderJson, orderParams, PlacedJson, versionToChange } from './order-json.ts';
export { kindOf } from './order-kinds.ts';
export { cancelRefusal, changeRefusal } from './order-rules.ts';
export { allStates, type OrderState, ownSlot, presentState } from './order-state.ts';
export { insertOutcome, type Outcome } from './outcome-queries.ts';
export { AccountFields } from './pages/account-fields.tsx';
export { AddressField, type AddressFieldProps } from './pages/address-field.tsx';
export { AgainCard } from './pages/again-card.tsx';
export { ApprovalNotice } from './pages/approval-notice.tsx';
export { AskPage, type AskPageProps } from './pages/ask-page.tsx';
export { BookingFields } from './pages/booking-fields.tsx';
export { NothingToBook, NotServed } from './pages/booking-frame.tsx';
export { CutNotice } from './pages/cut-notice.tsx';
export { OrderLines } from './pages/order-lines.tsx';
export { OrderTable } from './pages/order-list-page.tsx';
export { QuoteSummary } from './pages/quote-summary.tsx';
export { ServiceTermsList } from './pages/service-terms-list.tsx';
export { SlotFields } from './pages/slot-fields.tsx';
export { Sums } from './pages/sums.tsx';
export { placeOrders, writeOrder } from './place-orders.ts';
export { approvalRefusal, cancelPossibility, changePossibility, isOwnOrder } from './possibilities.ts';
export { carriedQuantities, quantityLabels, readQuantities, typedQuantities } from './quantities-form.ts';
export {
  type ApprovalTerms,
  type FoundOrder,
  findOrder,
  insertSubmission,
  lockOrder,
  mailRecipient,
  type PlacedOrder,
  releasePlace,
  type StillNamed,
  type StoredOrder,
  setOrderStatus,
  stillNamed,
  takePlaces,
  type UpcomingOrder,
  upcomingOrders,
} from './queries.ts';
export { type BasketLine, priced, promised, type Quote, quoteOrders } from './quote-orders.ts';
export { type QuoteView, quoteView, waitsText } from './quote-view.ts';
export { readNumber } from './read-number.ts';
export { confirmationAddress, orderRoutes } from './routes.tsx';
export { Booking, OrderNumber, OrderQuery, Quantities, Submission } from './schemas.ts';
export { servedAt } from './served-at.ts';
export { type ServiceTerms, serviceTerms } from './service-terms.ts';
export { showOrders } from './show-orders.ts';
export { openSubmission } from './submission.ts';
export {
  type AgainView,
  lineViews,
  type OrderRow,
  type OrderView,
  orderHref,
  orderRows,
  orderView,
  type StatusView,
  statusView,
  sumsView,
  whoDid,
} from './view.ts';
