import type { SqlObject } from '../../sql-object.js';
import awaitWriters from './_await_writers.sql';
import beginExport from './_begin_export.sql';
import checkDirectory from './_check_directory.sql';
import checkExportOptions from './_check_export_options.sql';
import checkExportTarget from './_check_export_target.sql';
import checkTimeZone from './_check_time_zone.sql';
import csvField from './_csv_field.sql';
import csvLine from './_csv_line.sql';
import databaseTimeZone from './_database_time_zone.sql';
import dayStart from './_day_start.sql';
import exportDay from './_export_day.sql';
import exportDirectories from './_export_directories.sql';
import exportHeader from './_export_header.sql';
import exportLines from './_export_lines.sql';
import exportName from './_export_name.sql';
import exportQuery from './_export_query.sql';
import exportRows from './_export_rows.sql';
import exportScript from './_export_script.sql';
import finishExport from './_finish_export.sql';
import openWriters from './_open_writers.sql';
import plainPath from './_plain_path.sql';
import purgeExportDetails from './_purge_export_details.sql';
import purgeJobDetails from './_purge_job_details.sql';
import raiseProgramError from './_raise_program_error.sql';
import reportExport from './_report_export.sql';
import requireCron from './_require_cron.sql';
import requireProgram from './_require_program.sql';
import requireWholeDay from './_require_whole_day.sql';
import runExport from './_run_export.sql';
import runScript from './_run_script.sql';
import shellQuote from './_shell_quote.sql';
import timeText from './_time_text.sql';
import writeExport from './_write_export.sql';
import exportCsv from './export_csv.sql';
import scheduleExport from './schedule_export.sql';
import scheduledExport from './scheduled_export.sql';
import unscheduleExport from './unschedule_export.sql';

/** The CSV of a day, and its schedule: each object after what it needs. */
export const exportsFunctions: readonly SqlObject[] = [
  // The text of a file
  { name: '_csv_field', sql: csvField },
  { name: '_csv_line', sql: csvLine },
  { name: '_database_time_zone', sql: databaseTimeZone },
  { name: '_check_time_zone', sql: checkTimeZone },
  { name: '_day_start', sql: dayStart },
  { name: '_time_text', sql: timeText },
  { name: '_export_name', sql: exportName },
  { name: '_export_day', sql: exportDay },
  // What is exported
  { name: '_check_export_target', sql: checkExportTarget },
  { name: '_check_export_options', sql: checkExportOptions },
  { name: '_export_header', sql: exportHeader },
  { name: '_export_query', sql: exportQuery },
  { name: '_export_rows', sql: exportRows },
  { name: '_export_lines', sql: exportLines },
  // Where it is written
  { name: '_plain_path', sql: plainPath },
  { name: '_export_directories', sql: exportDirectories },
  { name: '_check_directory', sql: checkDirectory },
  { name: '_shell_quote', sql: shellQuote },
  { name: '_require_program', sql: requireProgram },
  { name: '_export_script', sql: exportScript },
  { name: '_raise_program_error', sql: raiseProgramError },
  { name: '_run_script', sql: runScript },
  { name: '_write_export', sql: writeExport },
  // The day that is over
  { name: '_open_writers', sql: openWriters },
  { name: '_await_writers', sql: awaitWriters },
  { name: '_require_whole_day', sql: requireWholeDay },
  { name: 'export_csv', sql: exportCsv },
  // Schedules
  { name: '_begin_export', sql: beginExport },
  { name: '_finish_export', sql: finishExport },
  { name: '_report_export', sql: reportExport },
  { name: '_purge_job_details', sql: purgeJobDetails },
  { name: '_purge_export_details', sql: purgeExportDetails },
  { name: '_run_export', sql: runExport },
  { name: '_require_cron', sql: requireCron },
  { name: 'schedule_export', sql: scheduleExport },
  { name: 'unschedule_export', sql: unscheduleExport },
  { name: 'scheduled_export', sql: scheduledExport },
];
