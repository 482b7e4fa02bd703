// The pages at work, in Debian's Chromium: does the map stay smooth, and is the first page there in time?
//   npm run -s bench:pages [-- FOLDER]     FOLDER: a data folder whose first page is timed too
// Prints a `name value` a line and ends with 0 only where all figures are met. The 5,000 incidents of the map are made
// up, each in a place of its own. Run `npm run build` first; other load on the machine shows in the figures.
import { launchChromium, startDemo, startDesk } from '../scripts/demo-desk.js';

const INCIDENTS = 5000;
const SECONDS = 4;
const ROUNDS = 5;
const WINDOW = { width: 1440, height: 900 };

const missed = [];
function figure(name, value, met) {
  console.log(`${name} ${value}`);
  if (!met) missed.push(name);
}

/** Made-up incidents all over the world's land and sea: the map does not ask which. */
function syntheticIncidents() {
  const types = ['bombing', 'armed-assault', 'kidnapping', 'facility-attack'];
  const statuses = ['occurred', 'occurred', 'occurred', 'foiled', 'planned'];
  return Array.from({ length: INCIDENTS }, (_, n) => {
    const day = new Date(Date.UTC(2020, 0, 1) + ((n * 37) % 1500) * 86_400_000).toISOString().slice(0, 10);
    const [lat, lon] = [((n * 7919) % 12_000) / 100 - 55, ((n * 104_729) % 36_000) / 100 - 180];
    return {
      id: `s${n}`,
      title: `Synthetic ${n}`,
      type: types[n % types.length],
      status: statuses[n % statuses.length],
      date: { start: day, end: day },
      place: { id: `p${n}`, name: `Place ${n}`, precision: 'city', country: null, lat, lon },
      killed: { min: n % 60, max: n % 60 },
      injured: null,
      killedSpread: null,
      groups: [{ id: `g${n % 40}`, kind: 'group', name: `Group ${n % 40}` }],
      reported: day,
      reports: 1,
      origins: 1,
    };
  });
}

/**
 * Frames a second and the 95th percentile of a frame's time, in milliseconds, while the map is dragged about, the wheel
 * turns over it, or it lies still.
 */
async function frames(browser, url, how) {
  const page = await browser.newPage({ viewport: WINDOW });
  const items = syntheticIncidents();
  await page.route(/\/api\/incidents\?/, (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [limit, offset] = [Number(asked.get('limit')), Number(asked.get('offset') ?? 0)];
    return route.fulfill({ json: { items: items.slice(offset, offset + limit), total: items.length } });
  });
  await page.goto(`${url}/picture`);
  await page.locator('.place, .map canvas').first().waitFor();
  const box = await page.locator('.map').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  if (how !== 'wheel') {
    await page.mouse.down();
    await page.mouse.move(x + 10, y);
  }
  // Moves are made in the page, one a frame, as a hand makes them: the debugger's would come late.
  const times = await page.evaluate(
    ([x, y, seconds, how]) =>
      new Promise((resolve) => {
        const map = document.querySelector('.map');
        const times = [];
        let last = performance.now();
        const start = last;
        const frame = (now) => {
          times.push(now - last);
          last = now;
          if (now - start > seconds * 1000) return resolve(times.slice(1));
          const turn = (now - start) / 400;
          const at = { clientX: x + 150 * Math.sin(turn), clientY: y + 80 * Math.cos(turn) };
          if (how === 'drag')
            map.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerId: 1, isPrimary: true, ...at }));
          if (how === 'wheel')
            map.dispatchEvent(
              new WheelEvent('wheel', { cancelable: true, deltaY: 12 * Math.cos(turn), clientX: x, clientY: y }),
            );
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [x, y, SECONDS, how],
  );
  await page.mouse.up();
  const drawn = await page.locator('.incidents-table tbody tr').count();
  await page.close();
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return { fps: (1000 * times.length) / total, p95: times[Math.floor(times.length * 0.95)], drawn };
}

/** Median time from the address to all that the first page shows, in milliseconds, each time in a new browser profile. */
async function firstPage(browser, url) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: WINDOW });
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('#incidents').waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)];
}

const browser = await launchChromium();
try {
  const demo = await startDemo();
  try {
    const still = await frames(browser, demo.url, 'still');
    const { fps, p95, drawn } = await frames(browser, demo.url, 'drag');
    const zoom = await frames(browser, demo.url, 'wheel');
    figure('pan-incidents', INCIDENTS, true);
    figure('still-fps', still.fps.toFixed(1), true);
    figure('pan-fps', fps.toFixed(1), fps >= 58);
    figure('pan-frame-p95-ms', p95.toFixed(1), p95 <= 34);
    figure('zoom-fps', zoom.fps.toFixed(1), zoom.fps >= 30);
    figure('list-rows-drawn', drawn, drawn < 200);
    const first = await firstPage(browser, demo.url);
    figure('first-page-samples-ms', Math.round(first), first < 1000);
  } finally {
    await demo.stop();
  }
  const [, , folder] = process.argv;
  if (folder) {
    const desk = await startDesk(folder, 'serve');
    try {
      const { reports } = await (await fetch(`${desk.url}/api/status`)).json();
      const first = await firstPage(browser, desk.url);
      figure(`first-page-${reports}-reports-ms`, Math.round(first), first < 2000);
    } finally {
      await desk.stop();
    }
  }
} finally {
  await browser.close();
}
if (missed.length > 0) {
  console.error(`not met: ${missed.join(', ')}`);
  process.exitCode = 1;
}
