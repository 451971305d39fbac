// Opens pages in a real browser and says what a reader could not use: exit code 1 on anything found.
//
//   NODE_PATH=…/node_modules node check_pages.cjs [--pictures FOLDER] FILE.html…
//
// Of each page, as wide as a desk's screen and as a telephone's: the rules of axe (WCAG 2 A and AA, best
// practice), nothing wider than the screen, no two texts of a chart on each other, nothing loaded from
// elsewhere, nothing said on the console. Then the page on paper: how many sheets, nothing beyond their edges.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const AXE = require.resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCREENS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];
// Text widths of the sheets in CSS pixels: A4 upright with margins of 30 and 20 mm, and the annex's lying.
const SHEETS = [
  { width: 605, inside: "article > :not(.annex)" },
  { width: 933, inside: ".annex" },
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function browserFile() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = known.find((file) => file && fs.existsSync(file));
  if (!found) throw new Error("no Chromium here; install it, or name it in CHROMIUM");
  return found;
}

async function rulesBroken(page) {
  await page.addScriptTag({ path: AXE });
  const result = await page.evaluate((tags) => axe.run({ runOnly: tags }), RULES);
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)}`),
  );
}

// Elements that reach beyond the screen, but for those in a region that scrolls by itself.
function tooWide(inside) {
  const edge = document.documentElement.clientWidth + 1;
  return [...document.querySelectorAll(inside)]
    .flatMap((part) => [part, ...part.querySelectorAll("*")])
    .filter((one) => one.getBoundingClientRect().right > edge)
    .filter((one) => {
      const region = one.closest(".scrolling");
      return !region || getComputedStyle(region).overflowX === "visible" || region.getBoundingClientRect().right > edge;
    })
    .map((one) => `too wide: <${one.localName} class="${one.className.baseVal ?? one.className}"> ends at `
      + `${Math.round(one.getBoundingClientRect().right)} of ${edge - 1}: ${one.textContent.slice(0, 60)}`);
}

function chartFaults() {
  const faults = [];
  for (const svg of document.querySelectorAll("svg")) {
    const paper = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
    texts.forEach(([text, box], place) => {
      if (box.left < paper.left - 1 || box.right > paper.right + 1 || box.top < paper.top - 1
        || box.bottom > paper.bottom + 1) {
        faults.push(`beyond the chart's edge: '${text}' in ${svg.querySelector("title").textContent}`);
      }
      for (const [other, its] of texts.slice(place + 1)) {
        // Boxes of letters are higher than the letters: a fifth of them is air.
        const air = Math.min(box.height, its.height) / 5;
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (across > 1 && down > air) {
          faults.push(`on each other: '${text}' and '${other}' in ${svg.querySelector("title").textContent}`);
        }
      }
    });
  }
  return faults;
}

async function onScreens(page, url, pictures) {
  const faults = [];
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    await page.goto(url);
    const found = [...(await page.evaluate(tooWide, "body")), ...(await page.evaluate(chartFaults)), ...(await rulesBroken(page))];
    faults.push(...found.map((fault) => `${screen.width} px: ${fault}`));
    if (pictures) await page.screenshot({ path: `${pictures}-${screen.width}.png`, fullPage: true });
  }
  return faults;
}

async function onPaper(page, pictures) {
  const faults = [];
  await page.emulateMedia({ media: "print" });
  for (const sheet of SHEETS) {
    await page.setViewportSize({ width: sheet.width, height: 900 });
    const found = await page.evaluate(tooWide, sheet.inside);
    faults.push(...found.map((fault) => `on paper: ${fault}`));
  }
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (pictures) fs.writeFileSync(`${pictures}.pdf`, pdf);
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  if (!sheets.length) faults.push("on paper: no sheet at all");
  return [sheets.length, faults];
}

async function checked(browser, file, folder) {
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  const url = pathToFileURL(path.resolve(file)).href;
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`console: ${error.message}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) faults.push(`loaded from elsewhere: ${request.url()}`);
  });
  const pictures = folder && path.join(folder, path.basename(file, ".html"));
  faults.push(...(await onScreens(page, url, pictures)));
  const [sheets, onSheets] = await onPaper(page, pictures);
  await context.close();
  return [sheets, [...faults, ...onSheets]];
}

async function main(given) {
  const folder = given[0] === "--pictures" ? given[1] : "";
  const files = folder ? given.slice(2) : given;
  if (!files.length) throw new Error("name the pages to check");
  const browser = await chromium.launch({ executablePath: browserFile(), args: FLAGS });
  let count = 0;
  for (const file of files) {
    const [sheets, faults] = await checked(browser, file, folder);
    count += faults.length;
    console.log(`${path.basename(file)}: sheets of paper: ${sheets}; faults: ${faults.length}`);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  await browser.close();
  return count ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error) => { console.error(error); process.exitCode = 2; },
);
