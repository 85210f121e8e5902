import { Navigate, type RouteObject } from 'react-router'
import { Broken, NotFound } from './Broken.tsx'
import { Shell } from './Shell.tsx'

/**
 * Every place of the workstation. Screens are loaded when first visited; each is a component exported by name.
 */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { index: true, element: <Navigate to="/accounts" replace /> },
      {
        errorElement: <Broken />,
        children: [
          {
            path: 'accounts',
            lazy: async () => ({
              Component: (await import('../features/accounts/AccountsPage.tsx')).AccountsPage,
            }),
          },
          {
            path: 'accounts/:accountId',
            lazy: async () => ({
              Component: (await import('../features/accounts/AccountPage.tsx')).AccountPage,
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
