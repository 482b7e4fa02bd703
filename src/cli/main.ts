/** The command line: what there is to say, each command's work loaded only when it is asked for. */
import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../desk/version.js';
import { Usage } from './failure.js';
import { note, oneLine } from './terminal.js';

const EXAMPLES = `
Examples:
  $ tocsin read report.txt                       what one report says, with its quotes
  $ curl -s https://example.org/a | tocsin read - --published 2024-03-25
  $ tocsin read --json reports/*.txt | jq .incidents
  $ tocsin add reports/                          read and store a folder of reports
  $ tocsin list                                  the incidents that they tell of
  $ tocsin search Daesh Moscow --status occurred  with why it was found
  $ tocsin show sha256:1f9a                      one report, incident or group by the start of its id
  $ tocsin feed add https://example.org/rss.xml  fetch reports from there from now on
  $ tocsin serve                                 the desk on http://127.0.0.1:4780
  $ tocsin backup picture.tocsin                 reports and decisions in one file

Reports are kept in the folder .tocsin, or where --data says, or in the PostgreSQL of DATABASE_URL.`;

function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && date.toJSON()?.startsWith(value)) return value;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}

function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new InvalidArgumentError('Give a number from 1 to 65535, or 0 for any free port.');
}

function count(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('Give a whole number from 1 on.');
}

function program(): Command {
  const tocsin = new Command('tocsin')
    .description(
      'Reads reporting on terrorist threats and keeps a cited picture of who did, claimed, plans and warned of what.',
    )
    .version(version())
    .addOption(new Option('--data <dir>', 'folder of the store').default('.tocsin'))
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(tocsin --help says more)')
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  const about = (command: Command) =>
    command
      .option('--published <date>', 'day of publication, YYYY-MM-DD; relative dates count from it', day)
      .option('--publisher <name>', 'who published it')
      .option('--title <title>', 'its title')
      .option('--url <url>', 'its address');
  const json = (command: Command) => command.option('--json', 'print JSON');

  about(json(tocsin.command('read')))
    .description('say what reports tell of, and keep nothing')
    .option('--explain', 'say which rule made each statement and slot, and what was considered and rejected')
    .argument('[file...]', 'text, Markdown or HTML files; - or nothing for standard input')
    .action(async (files, options) => (await import('./read.js')).read(files, options));
  about(tocsin.command('add'))
    .description('read and store reports; the same file twice is one report')
    .argument('<path...>', 'files and folders, recursively')
    .action(async (paths, options, command) =>
      (await import('./add.js')).add(paths, options, command.optsWithGlobals().data),
    );
  json(tocsin.command('list'))
    .description('list the incidents of the picture, newest first; or reports, groups, warnings')
    .addArgument(
      tocsin
        .createArgument('[what]', 'what to list')
        .choices(['incidents', 'reports', 'groups', 'warnings'])
        .default('incidents'),
    )
    .option('--limit <n>', 'at most so many', count, 100)
    .option('-q, --query <words>', 'only those with these words')
    .action(async (what, options, command) =>
      (await import('./list.js')).list(what, options, command.optsWithGlobals().data),
    );
  json(tocsin.command('show'))
    .description('show a report, an incident, a warning or a group with its sources')
    .argument('<id>', 'its id, or as much of its beginning as is needed')
    .action(async (id, options, command) =>
      (await import('./show.js')).show(id, options, command.optsWithGlobals().data),
    );
  json(tocsin.command('feeds'))
    .description('list the feeds that reports are fetched from, and how that goes')
    .action(async (options, command) => (await import('./feeds.js')).feeds(options, command.optsWithGlobals().data));
  const feed = tocsin.command('feed').description('add, fetch or remove a feed');
  feed
    .command('add')
    .description('fetch reports from an address from now on: RSS, Atom, JSON Feed, GOV.UK content JSON')
    .argument('<url>')
    .option('--publisher <name>', 'who publishes it (by default the name of its server)')
    .option('--every <minutes>', 'minutes from one fetch to the next', count, 30)
    .action(async (url, options, command) =>
      (await import('./feeds.js')).addFeed({ url, ...options }, command.optsWithGlobals().data),
    );
  feed
    .command('fetch')
    .description('fetch one now, or all of them')
    .argument('[url]')
    .action(async (url, _options, command) =>
      (await import('./feeds.js')).fetchFeeds(url, command.optsWithGlobals().data),
    );
  feed
    .command('remove')
    .description('fetch from it no more; the reports that it brought stay')
    .argument('<url>')
    .action(async (url, _options, command) =>
      (await import('./feeds.js')).removeFeed(url, command.optsWithGlobals().data),
    );
  json(tocsin.command('search'))
    .description('search the picture as the page of the desk does: all words, names in whatever way they are written')
    .argument('[words...]', 'words, "exact phrases", -without (after --)')
    .addOption(
      new Option('--what <what>', 'what to find').choices(['incidents', 'statements', 'reports']).default('incidents'),
    )
    .option('--kind <kinds>', 'of statements: incident, attribution, warning, threat, response, relation; with commas')
    .option('--status <statuses>', 'occurred, attempted, foiled, planned, threatened, alleged; with commas')
    .option('--group <name>', 'id or name of a group')
    .option('--place <name>', 'id or name of a place, or the two letters of a country')
    .option('--from <day>', 'happened (of statements and reports: published) from this day on', day)
    .option('--to <day>', 'until this day', day)
    .option('--publisher <name>', 'who published it')
    .option('--grade <grade>', 'at least this Admiralty grade: B, 3, B3')
    .option('--since <day>', 'only what reports received since this day say', day)
    .option('--limit <n>', 'at most so many', count, 20)
    .action(async (words, options, command) =>
      (await import('./search.js')).search(words, options, command.optsWithGlobals().data),
    );
  tocsin
    .command('rebuild')
    .description('make the picture anew from what was read and decided')
    .action(async (_options, command) => (await import('./keep.js')).rebuild(command.optsWithGlobals().data));
  tocsin
    .command('reread')
    .description('read stored reports anew where an older reader read them; decisions are kept')
    .action(async (_options, command) => (await import('./reread.js')).reread(command.optsWithGlobals().data));
  tocsin
    .command('backup')
    .description('write reports and decisions to a file')
    .argument('<file>')
    .action(async (file, _options, command) =>
      (await import('./keep.js')).backup(file, command.optsWithGlobals().data),
    );
  tocsin
    .command('restore')
    .description('bring reports and decisions back from a backup')
    .argument('<file>')
    .action(async (file, _options, command) =>
      (await import('./keep.js')).restore(file, command.optsWithGlobals().data),
    );
  tocsin
    .command('serve')
    .description('serve the desk on this machine until it is stopped (Ctrl-C)')
    .option('--port <port>', 'port', port, 4780)
    .option(
      '--host <address>',
      'address to listen on; beyond this machine only once somebody has an account',
      '127.0.0.1',
    )
    .option('--name <name...>', 'names by which others reach it, such as desk.example.org')
    .action(async ({ port, host, name }, command) =>
      (await import('./serve.js')).serve({ port, host, names: name ?? [] }, command.optsWithGlobals().data),
    );
  tocsin
    .command('audit')
    .description('the record of who did what')
    .command('verify')
    .description('check that no entry was changed, removed or moved; prints the head, to be noted elsewhere')
    .option('--head <hash>', 'a head that was noted earlier, which the record must still hold')
    .action(async ({ head }, command) =>
      (await import('./audit.js')).verifyRecord(head, command.optsWithGlobals().data),
    );
  tocsin
    .command('demo')
    .description('add the sample reports, print the picture and serve the desk')
    .option('--port <port>', 'port on 127.0.0.1', port, 4780)
    .action(async (options, command) => {
      const named = command.parent.getOptionValueSource('data') !== 'default';
      return (await import('./demo.js')).demo(options.port, named ? command.optsWithGlobals().data : null);
    });
  for (const command of [tocsin, ...tocsin.commands]) command.exitOverride();
  return tocsin;
}

/** Ends quietly when whoever reads the output has gone (`tocsin list | head`). */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/**
 * Runs the command line `argv` (as `process.argv`). Sets the exit code: 0 done, 1 something failed, 2 wrong usage.
 * Never throws: an error is one line on standard error; TOCSIN_DEBUG adds where it came from.
 */
export async function run(argv: string[]): Promise<void> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = error instanceof Usage ? 2 : 1;
    note(`tocsin: ${oneLine(error instanceof Error ? error.message : String(error))}`);
    if (process.env.TOCSIN_DEBUG) note(inspect(error));
  }
}
