import { courseSteps } from '../../../db/recovery/rules/courseTable.ts'
import { cases as en } from '../../../renderer/i18n/en/cases.ts'
import { cases as zh } from '../../../renderer/i18n/zh/cases.ts'
import { findingsInBothThemes } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'

test.use({ department: 'empty' })

/** The table as it should read in a language. */
const wanted = (words: typeof zh | typeof en): string[] =>
  courseSteps().map(({ state, event, to, reason, bars }) => {
    const asks = [
      ...(reason ? [words.courseTable.reason] : []),
      ...bars.map((bar) => words.courseTable.bar[bar]),
    ]
    return [
      words.state[state],
      words.event[event],
      to === state ? words.courseTable.stays : words.state[to],
      asks.join(words.courseTable.and),
    ].join(' | ')
  })

/** The table as a reader sees it: each line with the state that it stands beside. */
const printed = (app: Page): Promise<string[]> =>
  app
    .locator('main table tbody')
    .evaluateAll((parts) =>
      parts.flatMap((part) =>
        [...part.querySelectorAll('tr')].map((row) =>
          [part.querySelector('th'), ...row.querySelectorAll('td')]
            .map((cell) => cell?.textContent ?? '')
            .join(' | '),
        ),
      ),
    )

test('the help prints every step of a case that the engine takes, in both languages', async ({ app }) => {
  await app.keyboard.press('Control+8')
  await app.getByRole('link', { name: '帮助', exact: true }).click()
  await expect(app.getByRole('table', { name: '个案怎么走' })).toBeVisible()
  expect(await printed(app)).toEqual(wanted(zh))
  expect(await findingsInBothThemes(app)).toEqual([])
  await app.getByRole('button', { name: '中文' }).click()
  await expect(app.getByRole('table', { name: 'The course of a case' })).toBeVisible()
  expect(await printed(app)).toEqual(wanted(en))
})
