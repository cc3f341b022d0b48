import type { SqlDriver } from '@audit/schema';
import type { SqlValue } from '../sql/literal.js';
import type { Statement } from '../sql/statement.js';

/** A job of the audit schema in pg_cron. */
export interface Job {
  readonly job: string;
  readonly schedule: string;
  readonly does: string;
  readonly active: boolean;
}

/** `select audit.f(named => $1, …)` with only what was given: the defaults are the database's. */
function call(
  name: string,
  given: Readonly<Record<string, readonly [value: SqlValue | undefined, type: string]>>,
): Statement {
  const named = Object.entries(given).flatMap(([argument, [value, type]]) =>
    value === undefined ? [] : [{ argument, value, type }],
  );
  const list = named.map(({ argument, type }, index) => `${argument} => $${index + 1}::${type}`);
  return {
    text: `select audit.${name}(${list.join(', ')}) as id`,
    values: named.map(({ value }) => value),
  };
}

export interface MaintenanceOptions {
  readonly keep?: string;
  readonly at?: string;
}

export function scheduleMaintenance({ keep, at }: MaintenanceOptions): Statement {
  return call('schedule_maintenance', { keep: [keep, 'interval'], schedule: [at, 'text'] });
}

export interface ExportScheduleOptions {
  readonly at?: string;
  readonly directory?: string;
  readonly idHeader?: string;
  readonly actions?: readonly string[];
  readonly timeZone?: string;
}

export function scheduleExport(table: string, options: ExportScheduleOptions): Statement {
  return call('schedule_export', {
    target: [table, 'regclass'],
    schedule: [options.at, 'text'],
    directory: [options.directory, 'text'],
    id_header: [options.idHeader, 'text'],
    actions: [options.actions, 'text[]'],
    time_zone: [options.timeZone, 'text'],
  });
}

export const unscheduleMaintenance = call('unschedule_maintenance', {});

export function unscheduleExport(table: string): Statement {
  return call('unschedule_export', { target: [table, 'regclass'] });
}

/** What is scheduled; nothing where the database has no pg_cron. */
export async function scheduledJobs(driver: SqlDriver): Promise<Job[]> {
  const { rows } = await driver.query<{ cron: boolean }>(
    `select exists (select from pg_catalog.pg_extension where extname = 'pg_cron') as cron`,
  );
  if (!rows[0]?.cron) return [];
  const jobs = await driver.query<Job>(`
    select j.jobname as job, j.schedule, j.active,
      case when e.job_name is not null
        then format('export of %s.%s to %s, next %s', e.schema_name, e.table_name, e.directory, e.next_day)
        else 'maintenance' || coalesce(', keeps ' || substring(j.command from '_run_maintenance\\(''(.*)''\\)'), '')
      end as does
    from cron.job as j
    left join audit.scheduled_export as e on e.job_name = j.jobname
    where j.jobname = 'audit_maintenance' or e.job_name is not null
    order by j.jobname`);
  return jobs.rows;
}
