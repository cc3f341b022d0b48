import type { SqlObject } from '../../sql-object.js';
import addCounts from './_add_counts.sql';
import attachMonth from './_attach_month.sql';
import awaitOlder from './_await_older.sql';
import beginMaintenance from './_begin_maintenance.sql';
import copyDefault from './_copy_default.sql';
import copyLatest from './_copy_latest.sql';
import countOf from './_count_of.sql';
import dropEmptied from './_drop_emptied.sql';
import dropOlder from './_drop_older.sql';
import fillMonths from './_fill_months.sql';
import giveToLogOwner from './_give_to_log_owner.sql';
import giveUp from './_give_up.sql';
import lastSettledId from './_last_settled_id.sql';
import lockLog from './_lock_log.sql';
import logPartitions from './_log_partitions.sql';
import maintenanceProblems from './_maintenance_problems.sql';
import monthCut from './_month_cut.sql';
import monthTable from './_month_table.sql';
import refuseUnread from './_refuse_unread.sql';
import runMaintenance from './_run_maintenance.sql';
import stopMaintenance from './_stop_maintenance.sql';
import swapDefault from './_swap_default.sql';
import unattachedMonths from './_unattached_months.sql';
import dropBefore from './drop_before.sql';
import maintain from './maintain.sql';
import prunable from './prunable.sql';
import scheduleMaintenance from './schedule_maintenance.sql';
import unscheduleMaintenance from './unschedule_maintenance.sql';

/** Retention: each object after what it needs. */
export const retentionFunctions: readonly SqlObject[] = [
  { name: '_log_partitions', sql: logPartitions },
  { name: '_give_to_log_owner', sql: giveToLogOwner },
  { name: '_month_table', sql: monthTable },
  { name: '_attach_month', sql: attachMonth },
  { name: '_unattached_months', sql: unattachedMonths },
  { name: '_add_counts', sql: addCounts },
  { name: '_count_of', sql: countOf },
  { name: '_give_up', sql: giveUp },
  { name: '_begin_maintenance', sql: beginMaintenance },
  { name: '_last_settled_id', sql: lastSettledId },
  { name: '_lock_log', sql: lockLog },
  { name: '_copy_default', sql: copyDefault },
  { name: '_copy_latest', sql: copyLatest },
  { name: '_fill_months', sql: fillMonths },
  { name: '_swap_default', sql: swapDefault },
  { name: '_drop_emptied', sql: dropEmptied },
  { name: 'maintain', sql: maintain },
  { name: '_month_cut', sql: monthCut },
  { name: 'prunable', sql: prunable },
  { name: '_await_older', sql: awaitOlder },
  { name: '_refuse_unread', sql: refuseUnread },
  { name: 'drop_before', sql: dropBefore },
  { name: '_maintenance_problems', sql: maintenanceProblems },
  { name: '_drop_older', sql: dropOlder },
  { name: '_run_maintenance', sql: runMaintenance },
  { name: '_stop_maintenance', sql: stopMaintenance },
  { name: 'schedule_maintenance', sql: scheduleMaintenance },
  { name: 'unschedule_maintenance', sql: unscheduleMaintenance },
];
