import type { SqlObject } from '../../sql-object.js';
import checkFilter from './_check_filter.sql';
import closeBatch from './_close_batch.sql';
import cluster from './_cluster.sql';
import fullXid from './_full_xid.sql';
import lockReader from './_lock_reader.sql';
import matches from './_matches.sql';
import noSuchReader from './_no_such_reader.sql';
import openBatch from './_open_batch.sql';
import readerLag from './_reader_lag.sql';
import systemIdentifier from './_system_identifier.sql';
import unreadBefore from './_unread_before.sql';
import wake from './_wake.sql';
import createReader from './create_reader.sql';
import dropReader from './drop_reader.sql';
import follow from './follow.sql';
import logPosition from './log_position.sql';
import readReader from './read_reader.sql';
import readers from './readers.sql';
import resetReader from './reset_reader.sql';
import settleLog from './settle_log.sql';

/** Readers that miss nothing: each object after what it needs. */
export const readersFunctions: readonly SqlObject[] = [
  { name: '_system_identifier', sql: systemIdentifier },
  { name: '_cluster', sql: cluster },
  { name: 'settle_log', sql: settleLog },
  { name: 'log_position', sql: logPosition },
  { name: '_lock_reader', sql: lockReader },
  { name: '_no_such_reader', sql: noSuchReader },
  { name: '_check_filter', sql: checkFilter },
  { name: '_matches', sql: matches },
  { name: 'create_reader', sql: createReader },
  { name: 'drop_reader', sql: dropReader },
  { name: 'reset_reader', sql: resetReader },
  { name: '_full_xid', sql: fullXid },
  { name: '_open_batch', sql: openBatch },
  { name: '_close_batch', sql: closeBatch },
  { name: 'read_reader', sql: readReader },
  { name: '_reader_lag', sql: readerLag },
  { name: 'readers', sql: readers },
  { name: '_unread_before', sql: unreadBefore },
  { name: '_wake', sql: wake },
  { name: 'follow', sql: follow },
];
