/** What the compiler reads of `app.json`; the rest goes to the runtime as it is. */
export interface AppConfiguration {
  readonly pages: readonly string[]
  readonly subPackages?: readonly SubPackage[]
  readonly subpackages?: readonly SubPackage[]
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly entryPagePath?: string
  readonly tabBar?: TabBar
  readonly window?: WindowConfiguration
  /** JSON with the values of `@names`, by theme. */
  readonly themeLocation?: string
}

/** `@name` → value, for the light and the dark theme. */
export type Themes = Readonly<Partial<Record<'light' | 'dark', Readonly<Record<string, string>>>>>

export interface SubPackage {
  readonly root: string
  readonly pages: readonly string[]
}

export interface TabBar {
  readonly custom?: boolean
  readonly color?: string
  readonly selectedColor?: string
  readonly backgroundColor?: string
  readonly list: readonly {
    readonly pagePath: string
    readonly text: string
    readonly iconPath?: string
    readonly selectedIconPath?: string
  }[]
}

export interface WindowConfiguration {
  readonly navigationBarTitleText?: string
  readonly navigationStyle?: 'default' | 'custom'
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: string
  readonly enablePullDownRefresh?: boolean
}

/** JSON of a page or component. */
export interface UnitConfiguration extends WindowConfiguration {
  readonly component?: boolean
  readonly styleIsolation?: string
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly componentGenerics?: Readonly<Record<string, true | { readonly default?: string }>>
}
