import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Competitor, Product } from '../../../../db/accounts/analysis/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '../../../ui/icons.tsx'
import styles from './analysis.module.css'
import { AddLine, RemoveButton, TextInPlace } from './pieces.tsx'

/** The department's products and competitors, to name, order, add and take away. */
export function CatalogueButton({
  products,
  competitors,
}: {
  readonly products: readonly Product[]
  readonly competitors: readonly Competitor[]
}) {
  const { t } = useTranslation()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className={styles.catalogue}>
          <ProductList products={products} />
          <CompetitorList competitors={competitors} />
        </div>
      }
    >
      <Button type="link" size="small" icon={<SettingOutlined />}>
        {t('analysis.catalogue.open')}
      </Button>
    </Popover>
  )
}

function ProductList({ products }: { readonly products: readonly Product[] }) {
  const { t } = useTranslation()
  const add = useCommand(engine.analysis.addProduct, { toast: false })
  const rename = useCommand(engine.analysis.renameProduct, { toast: false })
  const move = useCommand(engine.analysis.moveProduct, { toast: false })
  const remove = useCommand(engine.analysis.removeProduct)
  return (
    <section aria-label={t('analysis.catalogue.products')}>
      <h3>{t('analysis.catalogue.products')}</h3>
      <ul className={styles.lines}>
        {products.map(({ id, name }, at) => (
          <li key={id}>
            <TextInPlace
              value={name}
              label={t('analysis.catalogue.rename', { name })}
              save={async (next) => {
                return (await rename.run({ productId: id, before: name, name: next })).ok
              }}
            />
            <Button
              type="text"
              size="small"
              disabled={at === 0}
              icon={<ArrowUpOutlined />}
              aria-label={t('analysis.catalogue.up', { name })}
              onClick={() => void move.run({ productId: id, after: products[at - 2]?.id ?? null })}
            />
            <Button
              type="text"
              size="small"
              disabled={at === products.length - 1}
              icon={<ArrowDownOutlined />}
              aria-label={t('analysis.catalogue.down', { name })}
              onClick={() => void move.run({ productId: id, after: products[at + 1]?.id ?? null })}
            />
            <RemoveButton name={name} remove={() => void remove.run({ productId: id })} />
          </li>
        ))}
      </ul>
      <AddLine
        label={t('analysis.catalogue.newProduct')}
        add={async (name) => (await add.run({ name })).ok}
      />
    </section>
  )
}

function CompetitorList({ competitors }: { readonly competitors: readonly Competitor[] }) {
  const { t } = useTranslation()
  const add = useCommand(engine.analysis.addCompetitor, { toast: false })
  const edit = useCommand(engine.analysis.editCompetitor, { toast: false })
  const remove = useCommand(engine.analysis.removeCompetitor)
  return (
    <section aria-label={t('analysis.catalogue.competitors')}>
      <h3>{t('analysis.catalogue.competitors')}</h3>
      <ul className={styles.lines}>
        {competitors.map(({ id, name }) => (
          <li key={id}>
            <TextInPlace
              value={name}
              label={t('analysis.catalogue.rename', { name })}
              save={async (next) => {
                return (await edit.run({ competitorId: id, before: { name }, after: { name: next } })).ok
              }}
            />
            <RemoveButton name={name} remove={() => void remove.run({ competitorId: id })} />
          </li>
        ))}
      </ul>
      <AddLine
        label={t('analysis.catalogue.newCompetitor')}
        add={async (name) => (await add.run({ name })).ok}
      />
    </section>
  )
}
