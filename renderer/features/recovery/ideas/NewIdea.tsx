import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { PickedPerson } from '../../../../db/accounts/people/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow } from '../../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'

/** The case that an idea comes from, with the customer who complained. */
export interface IdeaOrigin {
  readonly caseId: string
  readonly code: string
  readonly title: string
  readonly accountId: string
  readonly account: string
  readonly personId: PickedPerson['id'] | null
}

/** Who asked, as the draft keeps them. */
const personOf = (json: string): PickedPerson['id'] | null => JSON.parse(json)

const orNull = (id: string): string | null => (id === '' ? null : id)

/** The dialog for a new idea; from a case it begins with the customer who complained as the one who asked. */
export function NewIdea({
  open,
  close,
  today,
  products,
  origin,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly origin?: IdeaOrigin
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const propose = useCommand(engine.ideas.propose, { tellProblem: false })
  const empty = {
    title: '',
    detail: '',
    productId: '',
    ownerId: '',
    dueOn: '',
    accountId: origin?.accountId ?? '',
    accountName: origin?.account ?? '',
    person: JSON.stringify(origin?.personId ?? null),
    askedOn: today,
  }
  const send = async (draft: typeof empty) => {
    const dueOn = draft.dueOn.trim() === '' ? null : typedDay(draft.dueOn, today, 'future')
    const askedOn = typedDay(draft.askedOn, today, 'past')
    const outcome = await propose.run({
      idea: {
        title: draft.title,
        detail: draft.detail,
        caseId: origin?.caseId ?? null,
        productId: orNull(draft.productId),
        ownerId: orNull(draft.ownerId),
        dueOn,
        asker:
          draft.accountId === ''
            ? null
            : { accountId: draft.accountId, personId: personOf(draft.person), askedOn: askedOn ?? today },
      },
    })
    if (!outcome.ok) return outcome.problem
    if (origin === undefined) void navigate(`/recovery/ideas/${outcome.output.ideaId}`)
    return null
  }
  return (
    <NewRow
      open={open}
      close={close}
      kind={origin === undefined ? 'ideas.new' : `ideas.new-${origin.caseId}`}
      title={t('ideas.new')}
      empty={empty}
      save={(draft) => {
        const badDue = draft.dueOn.trim() !== '' && typedDay(draft.dueOn, today, 'future') === null
        const badAsked = draft.accountId !== '' && typedDay(draft.askedOn, today, 'past') === null
        return draft.title.trim() === '' || badDue || badAsked ? null : send(draft)
      }}
    >
      {({ draft, change, tried }) => (
        <>
          {origin && (
            <Field wide label={t('ideas.field.case')}>
              {(id) => (
                <span id={id}>
                  {origin.code} {origin.title}
                </span>
              )}
            </Field>
          )}
          <TextBox
            label={t('ideas.field.title')}
            value={draft.title}
            required
            tried={tried}
            autoFocus
            onChange={(title) => change({ title })}
          />
          <TextBox
            label={t('ideas.field.detail')}
            value={draft.detail}
            lines={2}
            onChange={(detail) => change({ detail })}
          />
          <Field label={t('ideas.field.asker')}>
            {(id) => (
              <AccountPicker
                id={id}
                value={draft.accountId === '' ? null : draft.accountId}
                name={draft.accountName === '' ? undefined : draft.accountName}
                onChange={(accountId, account) =>
                  change({ accountId: accountId ?? '', accountName: account?.name ?? '', person: 'null' })
                }
              />
            )}
          </Field>
          <Field label={t('ideas.field.person')}>
            {(id) => (
              <PersonPicker
                id={id}
                value={personOf(draft.person)}
                accountId={draft.accountId === '' ? undefined : draft.accountId}
                onChange={(personId) => change({ person: JSON.stringify(personId) })}
              />
            )}
          </Field>
          {draft.accountId !== '' && (
            <DayBox
              label={t('ideas.field.askedOn')}
              value={draft.askedOn}
              today={today}
              direction="past"
              tried={tried}
              onChange={(askedOn) => change({ askedOn })}
            />
          )}
          <ChoiceBox
            label={t('ideas.field.productId')}
            value={draft.productId}
            options={[
              { value: '', label: t('quality.noProduct') },
              ...products.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(productId) => change({ productId })}
          />
          <Field label={t('ideas.field.ownerId')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={orNull(draft.ownerId)}
                onChange={(ownerId) => change({ ownerId: ownerId ?? '' })}
              />
            )}
          </Field>
          <DayBox
            label={t('ideas.field.dueOn')}
            value={draft.dueOn}
            today={today}
            direction="future"
            optional
            onChange={(dueOn) => change({ dueOn })}
          />
        </>
      )}
    </NewRow>
  )
}
