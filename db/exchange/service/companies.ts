import { pinyinText } from '../../accounts/pinyin.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { companyFinder, type NamedCompany } from '../rules/companies.ts'

/** Finds accounts by what lists call them. */
export const findCompanies = ({ db }: Kernel): ReturnType<typeof companyFinder> =>
  companyFinder(
    db
      .prepare<[], NamedCompany>(
        'SELECT id, name, short_name AS shortName, code FROM account WHERE deleted = 0',
      )
      .all(),
    pinyinText,
  )
