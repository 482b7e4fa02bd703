/** What keeps a store in order: making the picture anew, backup, restore. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DeskStatus } from '../desk/schema.js';
import { backup as backupStore } from '../store/backup/backup.js';
import { restore as restoreStore } from '../store/backup/restore.js';
import { rebuildPictureIn } from '../store/picture/rebuild.js';
import { type Access, get, reach } from './access.js';
import { Failure } from './failure.js';
import { counted } from './format.js';
import { note, print } from './terminal.js';

/** `tocsin rebuild`: the picture anew from what was read and decided. */
export async function rebuild(data: string): Promise<void> {
  const access = await reach(data);
  try {
    await access.ask('/api/rebuild', { method: 'POST' });
    const { reports, incidents, warnings, groups } = await get<DeskStatus>(access, '/api/status');
    const made = [counted(incidents, 'incident'), counted(warnings, 'warning'), counted(groups, 'group')];
    print(`The picture is made anew from ${counted(reports, 'report')}: ${made.join(', ')}.`);
  } finally {
    await access.close();
  }
}

/** `tocsin backup FILE`: reports and decisions in one new file. */
export async function backup(file: string, data: string): Promise<void> {
  const access = await reach(data);
  try {
    const { reports, decisions } = access.store
      ? await backupStore(access.store, file)
      : await fetchBackup(access, file);
    print(`${counted(reports, 'report')} and ${counted(decisions, 'decision')} in ${file}.`);
  } finally {
    await access.close();
  }
}

/** Has the running desk make the backup and writes it to the file, which appears under its name when it is whole. */
async function fetchBackup(access: Access, file: string): Promise<{ reports: number; decisions: number }> {
  if (existsSync(file)) throw new Failure(`${file} exists already and is left as it is. Name another file.`);
  const unfinished = `${file}.${process.pid}.part`;
  const response = await access.ask('/api/backup');
  try {
    const target = await open(unfinished, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
      throw new Failure(`${file} cannot be written (${cause.code}).`, { cause });
    });
    try {
      for await (const chunk of response.body ?? []) await target.write(chunk);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  const of = (name: string) => Number(response.headers.get(name));
  return { reports: of('Tocsin-Reports'), decisions: of('Tocsin-Decisions') };
}

/** `tocsin restore FILE`: brings in what a backup has; what is here already stays. */
export async function restore(file: string, data: string): Promise<void> {
  if (!existsSync(file)) throw new Failure(`${file}: no such file; name a backup that \`tocsin backup\` wrote.`);
  const access = await reach(data, true);
  try {
    if (!access.store)
      throw new Failure(`A desk serves ${resolve(data)} at ${access.where}; stop it first, then restore.`);
    const restored = await restoreStore(access.store, file, rebuildPictureIn);
    const here = restored.reportsKnown + restored.decisionsKnown;
    const came = `${counted(restored.reports, 'report')} and ${counted(restored.decisions, 'decision')}`;
    if (restored.dutyLeftOut > 0)
      note(
        `This desk has a record of its own: the backup's people, cases and warnings (${restored.dutyLeftOut} rows) were left out. Restore into a new folder to have them.`,
      );
    print(`${came} restored to ${access.where}${here ? `, ${here} were there already` : ''}.`);
  } finally {
    await access.close();
  }
}
