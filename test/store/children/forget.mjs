// Opens the embedded database in a folder, writes and asks something, and comes to its end without closing it.
import { sql } from 'kysely';
import { openStore } from '../../../dist/store/store.js';

const { db } = await openStore({ data: process.argv[2] });
await sql`create table left_behind as select 1 as one`.execute(db);
const { rows } = await sql`select * from left_behind`.execute(db);
process.stdout.write(`${JSON.stringify(rows[0])}\n`);
