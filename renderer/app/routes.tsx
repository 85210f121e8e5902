import { Navigate, type RouteObject } from 'react-router'
import { api } from '../client/engine.ts'
import { queryClient } from '../client/queryClient.ts'
import { LoadingBar } from '../ui/states.tsx'
import { Broken, NotFound } from './Broken.tsx'
import { Shell } from './Shell.tsx'

/**
 * Every place of the workstation. Screens are loaded when first visited; each is a component exported by name.
 */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    hydrateFallbackElement: <LoadingBar busy />,
    children: [
      { index: true, element: <Navigate to="/accounts" replace /> },
      {
        errorElement: <Broken />,
        children: [
          {
            path: 'accounts',
            lazy: async () => {
              // the list comes while the screen's code does
              void queryClient.prefetchQuery(api.accounts.list.queryOptions())
              return { Component: (await import('../features/accounts/AccountsPage.tsx')).AccountsPage }
            },
          },
          {
            path: 'accounts/import',
            lazy: async () => ({
              Component: (await import('../features/exchange/ImportPage.tsx')).ImportPage,
            }),
          },
          {
            path: 'accounts/:accountId',
            lazy: async () => ({
              Component: (await import('../features/accounts/AccountPage.tsx')).AccountPage,
            }),
          },
          {
            path: 'evaluation',
            lazy: async () => ({
              Component: (await import('../features/evaluation/rounds/EvaluationHome.tsx')).EvaluationHome,
            }),
          },
          {
            path: 'evaluation/sheets/:sheetId',
            lazy: async () => ({
              Component: (await import('../features/evaluation/sheets/SheetPage.tsx')).SheetPage,
            }),
          },
          {
            path: 'evaluation/rounds/:roundId',
            lazy: async () => ({
              Component: (await import('../features/evaluation/scoring/ScoringPage.tsx')).ScoringPage,
            }),
          },
          {
            path: 'evaluation/rounds/:roundId/outcome',
            lazy: async () => ({
              Component: (await import('../features/evaluation/outcome/OutcomePage.tsx')).OutcomePage,
            }),
          },
          {
            path: 'evaluation/rounds/:roundId/results/:publicationId',
            lazy: async () => ({
              Component: (await import('../features/evaluation/results/ResultsPage.tsx')).ResultsPage,
            }),
          },
          { path: 'department', element: <Navigate to="/department/members" replace /> },
          {
            path: 'department/:tab',
            lazy: async () => ({
              Component: (await import('../features/department/DepartmentPage.tsx')).DepartmentPage,
            }),
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]
