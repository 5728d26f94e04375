import type { Page } from 'playwright-core';

/** Notes, for each click, when the first change after it had been painted. In the page, so that nothing of ours counts. */
const watchClicks = `
  window.clickTimes = [];
  let clickedAt = null;
  addEventListener('click', (event) => { clickedAt = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (clickedAt === null) return;
    const since = clickedAt;
    clickedAt = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.clickTimes.push(performance.now() - since);
      port2.postMessage(null);
    });
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });`;

/**
 * Goes to and fro between two parts of the window of somebody who has a mailbox: each click is an intent to the main
 * process and a new view from it.
 */
export async function clickLatencies(page: Page, clicks: number): Promise<readonly number[]> {
  const places = page.locator('nav button[title]');
  await places.first().waitFor();
  await page.evaluate(watchClicks);
  for (let click = 0; click < clicks; click++) {
    // Activity, preferences, activity ...
    await places.nth(click % 2 === 0 ? 1 : 3).click();
    await counted(page, click + 1);
  }
  return page.evaluate<number[]>('window.clickTimes');
}

/** Clicks that change a word in the page itself: what an answer takes at least. */
export async function floorOfClicks(page: Page, clicks: number): Promise<readonly number[]> {
  await page.evaluate(`
    const button = document.createElement('button');
    button.id = 'floor';
    button.textContent = '0';
    button.addEventListener('click', () => { button.textContent = String(Number(button.textContent) + 1); });
    document.body.prepend(button);`);
  await page.evaluate(watchClicks);
  for (let click = 0; click < clicks; click++) {
    await page.locator('#floor').click();
    await counted(page, click + 1);
  }
  return page.evaluate<number[]>('window.clickTimes');
}

/** Not by `waitForFunction`, which the rules of the page stop. */
async function counted(page: Page, clicks: number): Promise<void> {
  await page.evaluate(`
    new Promise((resolve, reject) => {
      const since = performance.now();
      const look = () => {
        if (window.clickTimes.length >= ${clicks}) resolve();
        else if (performance.now() - since > 5000) reject(new Error('a click changed nothing'));
        else requestAnimationFrame(look);
      };
      look();
    })`);
}
