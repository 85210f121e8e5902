import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from './pages.ts'
import type { ScreenData } from './screenData.ts'

/** One screen: its address, and how to bring it to where its picture is taken. */
export interface Place {
  readonly name: string
  readonly route: string
  /** does what a person would, and waits until it is seen */
  readonly arrive: (page: Page) => Promise<unknown>
}

const shown = (selector: string) => (page: Page) => page.locator(selector).first().waitFor()

/** The second task of the list, opened beside it, among those that the rules made. */
async function openTask(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^更多$|^More$/ }).click()
  await page.getByRole('menuitem', { name: /^现在生成$|^Generate now$/ }).click()
  await page.locator('.ag-row[row-index="1"] .ag-cell[col-id="state"]').first().click()
  await page.locator('aside article').first().waitFor()
}
/** The first request of the list, opened beside it. */
async function firstRequest(page: Page): Promise<void> {
  await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="title"]').click()
  await page.locator('aside article').first().waitFor()
}

/** Opens a row of a list by a part of its name. */
const opened =
  (text: string): Place['arrive'] =>
  async (page) => {
    await page.locator(`a[aria-label*="${text}"]`).click()
    await page.locator('h2').first().waitFor()
  }

/** The story's case of service recovery. */
const theCase = opened('停线半天')

/** What is written to the customer about it. */
async function papersOfCase(page: Page): Promise<void> {
  await theCase(page)
  await page.getByRole('button', { name: /出函件|Papers/ }).click()
  await page.locator('article h1, article h2').first().waitFor()
}

/** The result of the newest survey. */
async function theSurvey(page: Page): Promise<void> {
  await page.locator('a[aria-label*="下半年满意度"]').click()
  await page.getByText(/^(结果|Result)$/).click()
  await page.locator('svg[role="img"]').first().waitFor()
}

/** The account that was deliberately not won back. */
const lostAccount = opened('W-0002')

/** The visit of the year whose brief is frozen. */
async function frozenVisit(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /简报已冻结|brief frozen/i })
    .first()
    .click()
  await page.getByRole('button', { name: /^简报$|^Brief$/ }).waitFor()
}

async function frozenBrief(page: Page): Promise<void> {
  await frozenVisit(page)
  await page.getByRole('button', { name: /^简报$|^Brief$/ }).click()
  await page.locator('article h2').first().waitFor()
}

/** The whole window that shows it while the visit is held. */
async function dayOfFrozen(page: Page): Promise<void> {
  await frozenVisit(page)
  await page.getByRole('button', { name: /^当天$|^The day$/ }).click()
  await page.locator('h2').first().waitFor()
}

/** A visit that was closed, with what came of it. */
async function visitAfter(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /已关闭|closed/i })
    .first()
    .click()
  await page.locator('#minutes').waitFor()
}

const firstRow = (page: Page) => page.locator('.ag-row[row-index="0"] .ag-cell').first().click()

/** The sample's list as somebody may hand it in: one account spelled otherwise, figures typed wrong. */
function listToImport(): Buffer {
  const rows = readFileSync(join(ROOT, 'test', 'fixtures', 'sample-accounts.csv'), 'utf8')
    .split('\r\n')
    .map((line) => line.split(',').slice(0, 8))
  const spoil = (row: number, column: number, text: string) => rows[row]?.splice(column, 1, text)
  spoil(3, 0, '南浔木业有限公司')
  spoil(4, 3, '3O64')
  spoil(6, 2, '2016年')
  spoil(9, 3, '一千二')
  spoil(11, 5, '无')
  return Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))
}

async function previewImport(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: '客户台账.csv', mimeType: 'text/csv', buffer: listToImport() })
  await page.getByRole('button', { name: /^看预览$|^Preview$/ }).click()
  await page.locator('.import-bad').first().waitFor()
}

/** A range over six cells, the anchor in the middle of the marks. */
async function selectMarks(page: Page): Promise<void> {
  await page.locator('.ag-row[row-index="3"] .ag-cell[col-id^="indicator:"]').nth(5).click()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`)
}

async function tryBorder(page: Page): Promise<void> {
  const border = page.getByRole('spinbutton').first()
  await border.fill('78')
  await border.press('Enter')
}

/** A policy with two terms changed, and who gains and loses by it. */
async function draftPolicy(page: Page): Promise<void> {
  const cell = (term: RegExp) => page.getByRole('textbox', { name: term })
  await cell(/^(普通：拜访|Ordinary: Visit)$/).fill('60')
  await cell(/^(普通：首次响应（一般）|Ordinary: First response \(normal\))$/).fill('5h')
  await page.keyboard.press('Enter')
  await page
    .getByRole('complementary')
    .getByText(/^(涉及的客户|Accounts concerned)$/)
    .waitFor()
}

/** The cell over which the sample's group is divided most. */
async function selectDiscord(page: Page): Promise<void> {
  // best score first: the row is where it stays
  await page.locator('.ag-row[row-index="0"]', { hasText: '恒岳家居集团' }).first().waitFor()
  const row = await page.locator('.ag-row', { hasText: '南浔木业' }).first().getAttribute('row-index')
  await page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id^="indicator:"]`).nth(5).click()
}

/** The first who may enters with a PIN, choosing it where there is none yet. */
async function enter(page: Page): Promise<void> {
  const pins = page.locator('.ant-modal input[type=password]')
  await pins.first().waitFor()
  for (const pin of await pins.all()) await pin.fill('2468')
  await page.locator('.ant-modal button[type=submit]').click()
  await page.locator('.ant-modal').waitFor({ state: 'hidden' })
}

/** The first cell of the meeting, with its evidence. */
async function beginMeeting(page: Page): Promise<void> {
  await enter(page)
  await page.locator('aside dl').first().waitFor()
}

async function showFairness(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^组长进入$|^The leader enters$/ }).click()
  await enter(page)
  await page.locator('main table').waitFor()
}

/** A calendar of a team's own, with nobody on it yet. */
async function teamCalendar(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^新增日历$|^New calendar$/ }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^更多$|^More$/ })
    .waitFor()
}

const selectRow = (column: string) => (page: Page) =>
  page.locator(`.ag-row[row-index="1"] .ag-cell[col-id="${column}"]`).click()

/** Goes on from a list by the arrow in its first row, and selects there. */
const openFirst = (href: string, column: string) => async (page: Page) => {
  await page.locator(`a[href*="${href}"]`).first().click()
  await page.locator('.ag-row[row-index="2"]').first().waitFor()
  await selectRow(column)(page)
}

/** The ledgers of the VIP channel. */
const ledgerPlaces = (account: string): readonly Place[] => [
  { name: 'channel-quality', route: '/channel/quality', arrive: selectRow('title') },
  { name: 'channel-consultations', route: '/channel/consultations', arrive: selectRow('result') },
  {
    name: 'channel-consultation',
    route: '/channel/consultations',
    arrive: openFirst('/channel/consultations/', 'text'),
  },
  { name: 'channel-club', route: '/channel/club', arrive: selectRow('note') },
  { name: 'channel-events', route: '/channel/club?view=events', arrive: selectRow('place') },
  {
    name: 'channel-event',
    route: '/channel/club?view=events',
    arrive: openFirst('/channel/club/events/', 'note'),
  },
  { name: 'channel-incentives', route: '/channel/incentives', arrive: selectRow('why') },
  { name: 'channel-mystery', route: '/channel/mystery', arrive: selectRow('finding') },
  { name: 'account-channel', route: `/accounts/${account}/channel`, arrive: shown('h2') },
]

/** All screens of a department that has data. */
export function placesOf({
  account,
  rivalled,
  person,
  sheet,
  marking,
  ballots,
  published,
}: ScreenData): readonly Place[] {
  const round = (id: string) => `/evaluation/rounds/${id}`
  return [
    { name: 'today', route: '/today', arrive: shown('[data-line]') },
    { name: 'accounts', route: '/accounts', arrive: shown('.ag-cell') },
    { name: 'account', route: `/accounts/${account}`, arrive: shown('h1') },
    { name: 'account-log', route: `/accounts/${account}/log`, arrive: shown('h1') },
    { name: 'account-promises', route: `/accounts/${account}/promises`, arrive: shown('h1') },
    { name: 'map', route: `/accounts/${account}/map`, arrive: shown('[data-handle]') },
    { name: 'account-analysis', route: `/accounts/${account}/analysis`, arrive: shown('h1') },
    { name: 'account-details', route: `/accounts/${account}/details`, arrive: shown('h1') },
    { name: 'compare', route: `/accounts/compare?ids=${account},${rivalled}`, arrive: shown('h1') },
    { name: 'whitespace', route: '/whitespace', arrive: shown('h1') },
    { name: 'people', route: '/people', arrive: shown('.ag-cell') },
    { name: 'person', route: `/people/${person}`, arrive: shown('h1') },
    { name: 'held', route: `/people/${person}/held`, arrive: shown('h1') },
    { name: 'log', route: '/log', arrive: shown('h1') },
    { name: 'promises', route: '/promises', arrive: shown('h1') },
    { name: 'policies', route: '/channel/policies', arrive: draftPolicy },
    {
      name: 'policy-exceptions',
      route: '/channel/policies/exceptions',
      arrive: (page) => page.locator('.ag-cell[col-id="account"]').first().click(),
    },
    { name: 'duplicates', route: '/duplicates', arrive: shown('h1') },
    { name: 'import-preview', route: '/accounts/import', arrive: previewImport },
    { name: 'evaluation', route: '/evaluation', arrive: shown('table, .ag-cell') },
    { name: 'sheet', route: `/evaluation/sheets/${sheet}`, arrive: shown('.ag-cell') },
    { name: 'scoring', route: round(marking), arrive: selectMarks },
    { name: 'outcome', route: `${round(marking)}/outcome`, arrive: tryBorder },
    {
      name: 'results',
      route: `${round(published.round)}/results/${published.publication}`,
      arrive: (page) => page.locator('.ag-row[row-index="1"] .ag-cell').first().click(),
    },
    {
      name: 'moves',
      route: '/evaluation/moves',
      async arrive(page) {
        await page
          .locator('.ag-cell', { hasText: /恒岳家居集团/ })
          .first()
          .click()
        await page.locator('ol li[data-direction]').first().waitFor()
      },
    },
    { name: 'moves-cell', route: '/evaluation/moves?cell=main-key', arrive: shown('.ag-cell') },
    { name: 'cycle', route: '/evaluation/cycle', arrive: shown('.ag-cell') },
    { name: 'group', route: `${round(ballots.round)}/group`, arrive: shown('table') },
    { name: 'consensus', route: `${round(ballots.round)}/consensus`, arrive: selectDiscord },
    { name: 'meeting', route: `${round(ballots.round)}/meeting`, arrive: beginMeeting },
    { name: 'fairness', route: `${round(ballots.round)}/fairness`, arrive: showFairness },
    {
      name: 'standing',
      route: `${round(ballots.round)}/standing`,
      arrive: (page) => page.locator('.ag-row[row-index="0"] .ag-cell[col-id="account"]').click(),
    },
    ...ledgerPlaces(account),
    { name: 'requests', route: '/channel/requests', arrive: firstRequest },
    {
      name: 'requests-board',
      route: '/channel/requests?view=board',
      arrive: shown('section section li button'),
    },
    { name: 'tasks', route: '/channel/tasks', arrive: openTask },
    {
      name: 'tasks-board',
      route: '/channel/tasks?view=board&whose=all',
      arrive: shown('section section li button'),
    },
    {
      name: 'tasks-calendar',
      route: '/channel/tasks?view=calendar&whose=all',
      arrive: shown('ol li button'),
    },
    { name: 'task-templates', route: '/channel/tasks/templates', arrive: shown('h2') },
    { name: 'care-rules', route: '/channel/tasks/rules', arrive: shown('h2') },
    { name: 'account-tasks', route: `/accounts/${account}/tasks`, arrive: shown('.ag-cell') },
    { name: 'effort', route: '/channel/effort', arrive: shown('svg[role="img"]') },
    { name: 'effort-ledger', route: '/channel/effort?view=ledger', arrive: firstRow },
    {
      name: 'figures',
      route: '/channel/figures',
      async arrive(page) {
        await page.locator('summary').click()
        await page.locator('svg[role="img"]').waitFor()
      },
    },
    { name: 'visits-year', route: '/visits', arrive: shown('h2') },
    { name: 'visits-calendar', route: '/visits/calendar', arrive: shown('ol[data-view] > li') },
    { name: 'visits-list', route: '/visits/list', arrive: firstRow },
    { name: 'visits-effect', route: '/visits/effect', arrive: shown('h2') },
    { name: 'visit', route: '/visits', arrive: frozenVisit },
    { name: 'visit-brief', route: '/visits', arrive: frozenBrief },
    { name: 'visit-day', route: '/visits', arrive: dayOfFrozen },
    { name: 'visit-after', route: '/visits', arrive: visitAfter },
    { name: 'recovery', route: '/recovery', arrive: firstRow },
    { name: 'recovery-case', route: '/recovery', arrive: theCase },
    { name: 'recovery-lost', route: '/recovery/lost', arrive: firstRow },
    { name: 'recovery-win-back', route: '/recovery/lost', arrive: lostAccount },
    { name: 'recovery-ideas', route: '/recovery/ideas', arrive: firstRow },
    { name: 'recovery-survey', route: '/recovery/surveys', arrive: theSurvey },
    { name: 'recovery-patterns', route: '/recovery/patterns', arrive: shown('h2') },
    { name: 'recovery-papers', route: '/recovery', arrive: papersOfCase },
    { name: 'members', route: '/department/members', arrive: shown('.ag-cell') },
    { name: 'calendar', route: '/department/calendar?year=2026', arrive: shown('[data-day]') },
    { name: 'calendar-team', route: '/department/calendar', arrive: teamCalendar },
    { name: 'privacy', route: '/department/privacy', arrive: shown('h2') },
    { name: 'safety', route: '/department/safety', arrive: shown('table') },
    { name: 'history', route: '/department/history', arrive: shown('table, .ag-cell') },
    { name: 'settings', route: '/department/settings', arrive: shown('h2') },
    { name: 'help', route: '/department/help', arrive: shown('h2') },
    {
      name: 'palette',
      route: '/evaluation',
      async arrive(page) {
        await page.locator('table').first().waitFor()
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox').fill('mei')
        await page.locator('mark').first().waitFor()
      },
    },
  ]
}

/** The approval of a round by ballots. */
export const approvalPlaces = ({ ballots }: ScreenData): readonly Place[] => [
  {
    name: 'approval',
    route: `/evaluation/rounds/${ballots.round}/approval`,
    arrive: (page) => page.locator('.ag-row[row-index="1"] .ag-cell[col-id="account"]').click(),
  },
]

/** What becomes of a round by ballots once it is published. */
export const publishedPlaces = ({ exceptional, ballots }: ScreenData): readonly Place[] => [
  {
    name: 'results-ballots',
    route: `/evaluation/rounds/${ballots.round}/results/${ballots.publication}`,
    arrive: (page) => page.locator('.ag-row[row-index="1"] .ag-cell').first().click(),
  },
  {
    name: 'approval-published',
    route: `/evaluation/rounds/${ballots.round}/approval`,
    arrive: shown('.ag-cell'),
  },
  { name: 'standings', route: `/accounts/${exceptional}/standings`, arrive: shown('h1') },
]

/** What a new user sees. */
export const FIRST_RUN: Place = { name: 'first-run', route: '/', arrive: shown('button') }
