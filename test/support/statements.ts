import type { Database, Transaction } from '../../src/platform/db/database.ts';

/** A database that counts what it is sent, with what a transaction needs around its work. */
export interface CountingDatabase extends Database {
  /** Statements since the last question. */
  taken(): number;
}

/** `begin`, setting the customer, `commit`. */
const AROUND_A_TRANSACTION = 3;

export function counting(db: Database): CountingDatabase {
  let count = 0;
  const counted = <Result>(send: () => Result) => {
    count += 1;
    return send();
  };
  const countedTransaction = (tx: Transaction): Transaction => ({
    all: (query) => counted(() => tx.all(query)),
    first: (query) => counted(() => tx.first(query)),
    sql: (text, values) => counted(() => tx.sql(text, values)),
  });
  return {
    ...db,
    all: (query) => counted(() => db.all(query)),
    sql: (text, values) => counted(() => db.sql(text, values)),
    transaction(customerId, work) {
      count += AROUND_A_TRANSACTION;
      return db.transaction(customerId, (tx) => work(countedTransaction(tx)));
    },
    deskTransaction(work) {
      count += AROUND_A_TRANSACTION;
      return db.deskTransaction((tx) => work(countedTransaction(tx)));
    },
    taken() {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
