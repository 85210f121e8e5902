import { type MappingAlgorithm, type ThemeConfig, theme } from 'antd'

/** antd's theme, fed from tokens.css as it stands on the page: call again whenever the theme changes. */
export function antdTheme(dark: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const button = token('primary-button')
  // seeds run through antd's algorithm, which would shift our colours: this puts them back
  const derive = dark ? theme.darkAlgorithm : theme.defaultAlgorithm
  const exact: MappingAlgorithm = (seed, map) => ({ ...derive(seed, map), ...colours(token) })
  return {
    algorithm: exact,
    cssVar: { key: dark ? 'dark' : 'light' },
    hashed: false,
    zeroRuntime: true,
    token: {
      ...colours(token),
      fontFamily: 'var(--font)',
      fontSize: 13,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusSM: 6,
      borderRadiusLG: 8,
      controlHeight: 28,
      controlHeightSM: 28,
      controlHeightXS: 24,
      controlOutlineWidth: 1,
      boxShadow: 'none',
      boxShadowSecondary: 'none',
      boxShadowTertiary: 'none',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Button: {
        colorPrimary: button,
        colorPrimaryHover: button,
        colorPrimaryActive: button,
        primaryColor: token('on-primary'),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        contentFontSizeSM: 13,
        paddingInlineSM: 10,
        defaultBg: token('surface'),
        defaultColor: token('text-1'),
        defaultHoverColor: token('primary'),
        defaultHoverBorderColor: token('primary'),
        defaultActiveColor: token('primary'),
        defaultActiveBorderColor: token('primary'),
        textTextColor: token('text-2'),
      },
      Segmented: {
        trackBg: token('hover'),
        itemSelectedBg: token('surface'),
        itemColor: token('text-2'),
        trackPadding: 2,
      },
      Tabs: { horizontalMargin: '0', titleFontSizeSM: 13, horizontalItemPaddingSM: '9px 0' },
      // a rounder box would pass for a radio button
      Checkbox: { borderRadiusSM: 4 },
      Input: { paddingInlineSM: 8 },
      Select: { optionSelectedBg: token('primary-tint') },
      Drawer: { paddingLG: 0, colorBgElevated: token('sunken') },
    },
  }
}

function colours(token: (name: string) => string) {
  return {
    colorPrimary: token('primary'),
    colorLink: token('primary'),
    colorLinkHover: token('primary'),
    colorError: token('late-fill'),
    colorErrorText: token('late-text'),
    colorWarning: token('key-shape'),
    colorSuccess: token('ordinary-shape'),
    colorInfo: token('primary'),
    colorText: token('text-1'),
    colorTextSecondary: token('text-2'),
    colorTextTertiary: token('text-3'),
    colorTextDescription: token('text-2'),
    colorTextPlaceholder: token('text-3'),
    colorTextDisabled: token('text-3'),
    colorIcon: token('text-2'),
    colorBgBase: token('surface'),
    colorBgContainer: token('surface'),
    colorBgElevated: token('raised'),
    colorBgLayout: token('chrome'),
    colorBgMask: token('scrim'),
    colorBgTextHover: token('hover'),
    colorFillAlter: token('sunken'),
    colorBorder: token('line'),
    colorBorderSecondary: token('line-soft'),
    colorSplit: token('line-soft'),
    controlItemBgHover: token('hover'),
    controlItemBgActive: token('primary-tint'),
    // with the border it makes the focus's two pixels
    controlOutline: token('primary'),
  }
}
