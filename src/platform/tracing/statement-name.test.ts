import assert from 'node:assert/strict';
import { it } from 'node:test';
import { statementName } from './statement-name.ts';

for (const [text, name] of [
  ['select "o"."id" from "service_order" as "o" where "o"."number" = $1', 'select service_order'],
  ['select * from session_for_token($1, $2)', 'select session_for_token'],
  ["select set_config('app.staff_id', $1, true)", 'select set_config'],
  ['insert into "audit_entry" ("at") values ($1)', 'insert audit_entry'],
  ['update only staff_session set stage = $1', 'update staff_session'],
  ['\n  with found (id) as (select id from customer) select * from found', 'with customer'],
  ['begin', 'begin'],
  ["  -- 'Muster GmbH'", 'statement'],
] as const) {
  it(`"${text.trim()}" is called ${name}`, () => assert.equal(statementName(text).name, name));
}
