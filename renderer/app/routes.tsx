import type { ComponentType } from 'react'
import { Navigate, type RouteObject, useParams } from 'react-router'
import { askForAccounts, askForVisits, askForVisitYear } from '../client/ahead.ts'
import { LoadingBar } from '../ui/states.tsx'
import { Broken, NotFound } from './Broken.tsx'
import { screens } from './places.ts'
import { Shell } from './Shell.tsx'
import { Stage } from './Stage.tsx'

const screen = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() })

/** A screen whose data come while its code does. */
const asking = (ask: () => void, load: () => Promise<ComponentType>) => () => {
  ask()
  return screen(load)()
}

/** A screen about one record: it begins anew for another, so that a form half filled in for one never saves into the next. */
const perRecord = (load: () => Promise<ComponentType>) => async () => {
  const Screen = await load()
  const Component = () => <Screen key={Object.values(useParams()).join()} />
  return { Component }
}

/**
 * Every place of the workstation. Screens are loaded when first visited; each is a component exported by name.
 */
export const routes: RouteObject[] = [
  {
    element: <Stage />,
    errorElement: <Broken />,
    hydrateFallbackElement: <LoadingBar busy />,
    children: [
      { path: 'evaluation/rounds/:roundId/meeting', lazy: screen(screens.meeting) },
      { path: 'visits/:visitId/day', lazy: screen(screens.visitDay) },
    ],
  },
  {
    element: <Shell />,
    errorElement: <Broken />,
    hydrateFallbackElement: <LoadingBar busy />,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      {
        errorElement: <Broken />,
        children: [
          { path: 'today', lazy: screen(screens.today) },
          { path: 'accounts', lazy: asking(askForAccounts, screens.accounts) },
          { path: 'accounts/compare', lazy: screen(screens.compare) },
          { path: 'whitespace', lazy: screen(screens.whiteSpace) },
          { path: 'accounts/import', lazy: screen(screens.importing) },
          {
            path: 'accounts/:accountId',
            lazy: screen(screens.account),
            children: [
              { index: true, lazy: screen(screens.accountPortrait) },
              { path: 'log', lazy: screen(screens.accountLog) },
              { path: 'files', lazy: screen(screens.accountFiles) },
              { path: 'map', lazy: screen(screens.accountMap) },
              { path: 'details', lazy: screen(screens.accountDetails) },
              { path: 'analysis', lazy: screen(screens.accountAnalysis) },
              { path: 'promises', lazy: screen(screens.accountPromises) },
              { path: 'tasks', lazy: screen(screens.accountTasks) },
              { path: 'standings', lazy: screen(screens.accountStandings) },
              { path: 'channel', lazy: screen(screens.accountChannel) },
              { path: 'visits', lazy: screen(screens.accountVisits) },
              { path: 'recovery', lazy: screen(screens.accountRecovery) },
            ],
          },
          { path: 'log', lazy: screen(screens.log) },
          { path: 'log/:entryId', lazy: screen(screens.entry) },
          { path: 'people', lazy: screen(screens.people) },
          { path: 'people/:personId', lazy: perRecord(screens.person) },
          { path: 'people/:personId/held', lazy: screen(screens.held) },
          { path: 'promises', lazy: screen(screens.promises) },
          { path: 'handover', lazy: screen(screens.handovers) },
          { path: 'handover/:handoverId', lazy: screen(screens.handover) },
          { path: 'handover/if/:memberId', lazy: screen(screens.leaving) },
          { path: 'duplicates', lazy: screen(screens.duplicates) },
          { path: 'merge/:subject/:keepId/:goneId', lazy: screen(screens.merge) },
          { path: 'evaluation', lazy: screen(screens.evaluation) },
          { path: 'evaluation/moves', lazy: screen(screens.moves) },
          { path: 'evaluation/cycle', lazy: screen(screens.cycle) },
          { path: 'evaluation/sheets/:sheetId', lazy: screen(screens.sheet) },
          { path: 'evaluation/rounds/:roundId', lazy: screen(screens.round) },
          { path: 'evaluation/rounds/:roundId/group', lazy: screen(screens.group) },
          { path: 'evaluation/rounds/:roundId/ballot', lazy: screen(screens.ballot) },
          { path: 'evaluation/rounds/:roundId/results', lazy: screen(screens.newestResults) },
          { path: 'evaluation/rounds/:roundId/outcome', lazy: screen(screens.outcome) },
          { path: 'evaluation/rounds/:roundId/approval', lazy: screen(screens.approval) },
          { path: 'evaluation/rounds/:roundId/results/:publicationId', lazy: screen(screens.results) },
          { path: 'evaluation/rounds/:roundId/consensus', lazy: screen(screens.consensus) },
          { path: 'evaluation/rounds/:roundId/fairness', lazy: screen(screens.fairness) },
          { path: 'evaluation/rounds/:roundId/standing', lazy: screen(screens.standing) },
          { path: 'channel', element: <Navigate to="/channel/requests" replace /> },
          { path: 'channel/policies/:view?', lazy: screen(screens.policies) },
          { path: 'channel/requests', lazy: screen(screens.requests) },
          { path: 'channel/requests/:requestId', lazy: screen(screens.requests) },
          { path: 'channel/quality', lazy: screen(screens.quality) },
          { path: 'channel/tasks', lazy: screen(screens.tasks) },
          { path: 'channel/tasks/templates', lazy: screen(screens.taskTemplates) },
          { path: 'channel/tasks/rules', lazy: screen(screens.careRules) },
          { path: 'channel/tasks/:taskId', lazy: screen(screens.tasks) },
          { path: 'channel/consultations', lazy: screen(screens.consultations) },
          { path: 'channel/consultations/:id', lazy: perRecord(screens.consultation) },
          { path: 'channel/club', lazy: screen(screens.club) },
          { path: 'channel/club/events/:eventId', lazy: perRecord(screens.clubEvent) },
          { path: 'channel/incentives', lazy: screen(screens.incentives) },
          { path: 'channel/mystery', lazy: screen(screens.mystery) },
          { path: 'channel/effort', lazy: screen(screens.effort) },
          { path: 'channel/figures', lazy: screen(screens.figures) },
          { path: 'visits', lazy: asking(askForVisitYear, screens.visitYear) },
          { path: 'visits/calendar', lazy: screen(screens.visitCalendar) },
          { path: 'visits/list', lazy: asking(askForVisits, screens.visitList) },
          { path: 'visits/effect', lazy: screen(screens.visitEffect) },
          { path: 'visits/:visitId', lazy: perRecord(screens.visit) },
          { path: 'recovery', lazy: screen(screens.cases) },
          { path: 'recovery/settings', lazy: screen(screens.recoverySettings) },
          { path: 'recovery/lost', lazy: screen(screens.lostAccounts) },
          { path: 'recovery/lost/:winBackId', lazy: perRecord(screens.lostAccount) },
          { path: 'recovery/ideas', lazy: screen(screens.ideas) },
          { path: 'recovery/ideas/:ideaId', lazy: perRecord(screens.idea) },
          { path: 'recovery/surveys', lazy: screen(screens.surveys) },
          { path: 'recovery/surveys/:surveyId', lazy: perRecord(screens.survey) },
          { path: 'recovery/patterns', lazy: screen(screens.patterns) },
          { path: 'recovery/:caseId', lazy: perRecord(screens.case) },
          { path: 'recovery/:caseId/papers', lazy: perRecord(screens.casePapers) },
          { path: 'recovery/papers', lazy: screen(screens.paperTemplates) },
          { path: 'visits/:visitId/brief', lazy: perRecord(screens.visitBrief) },
          { path: 'department', element: <Navigate to="/department/members" replace /> },
          { path: 'department/:tab', lazy: screen(screens.department) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]
