import type { BeforeRule, DeadlineRule } from '../../../domain/calendar/index.ts';
import type { Text } from '../../../platform/i18n/index.ts';
import type { Values } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { affectedOfService } from './affected-queries.ts';
import { ruleOf } from './deadline-rule.ts';
import { bilingualOf, valuesOf } from './fields.ts';

export const serviceQueries: Pick<Subject, 'find' | 'affected' | 'write'> = {
  async find(tx, code) {
    const [row] = await tx.sql<{
      name: Text;
      hours: Text;
      order_cutoff: BeforeRule;
      change_rule: DeadlineRule;
      cancel_rule: DeadlineRule;
      lead_business_days: number;
      horizon_days: number;
    }>(
      `select name, hours, order_cutoff, change_rule, cancel_rule, lead_business_days, horizon_days
       from service where code = $1`,
      [code],
    );
    if (!row) return undefined;
    return {
      name: row.name,
      values: {
        ...valuesOf('name', row.name),
        ...valuesOf('hours', row.hours),
        ...ruleValues('cutoff', row.order_cutoff),
        ...ruleValues('change', row.change_rule),
        ...ruleValues('cancel', row.cancel_rule),
        leadBusinessDays: row.lead_business_days,
        horizonDays: row.horizon_days,
      },
    };
  },
  affected: affectedOfService,
  async write(tx, code, values) {
    await tx.sql(
      `update service set name = $2::jsonb, hours = $3::jsonb, order_cutoff = $4::jsonb, change_rule = $5::jsonb,
         cancel_rule = $6::jsonb, lead_business_days = $7, horizon_days = $8 where code = $1`,
      [
        code,
        bilingualOf(values, 'name'),
        bilingualOf(values, 'hours'),
        JSON.stringify(ruleOf(values, 'cutoff')),
        JSON.stringify(ruleOf(values, 'change')),
        JSON.stringify(ruleOf(values, 'cancel')),
        values.leadBusinessDays,
        values.horizonDays,
      ],
    );
  },
};

/** A final rule has no days and no time: the form then shows the usual ones, in case it is chosen to have them. */
const USUAL = { days: 1, dayKind: 'calendar', time: '16:00' } as const;

function ruleValues(name: string, rule: DeadlineRule): Values {
  const { days, dayKind, time } = rule.kind === 'before' ? rule : USUAL;
  return {
    ...(name === 'cutoff' ? {} : { [`${name}_kind`]: rule.kind }),
    [`${name}_days`]: days,
    [`${name}_dayKind`]: dayKind,
    [`${name}_time`]: time,
  };
}
