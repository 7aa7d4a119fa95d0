// The customer's own fields. elevate-api.md section 4.1.
import type { FieldEntry } from '#core/model/field.ts'
import { defineField } from './entry.ts'
import type { EntryInit } from './entry.ts'

const customer = (property: string, init: Omit<EntryInit, 'source'>): FieldEntry => defineField('customer', [property], { source: '4.1', ...init })

const identity: readonly FieldEntry[] = [
  customer('customerAccountNumber', {
    label: 'Account number',
    aliases: [
      'customer account number', 'account no', 'a/c number', 'a/c no', 'a/c', 'acc no', 'account ref', 'account reference', 'account code', 'account id',
      'customer number', 'customer ref', 'customer reference', 'customer code', 'customer id', 'customer account', 'customer account ref',
      'client number', 'client ref', 'client reference', 'client code', 'client id', 'client account number', 'billing account number',
      'billing account', 'ban', 'debtor number', 'debtor code', 'debtor id', 'debtor account', 'sales ledger account', 'sales ledger code', 'contact account number', 'contact account code', 'crn',
      'customer account code', 'customer key', 'customer unique reference',
      'account key', 'billing reference', 'billing ref', 'billing account reference', 'billing account id', 'customer no and ref', 'account unique reference', 'unique customer reference',
    ],
    weakAliases: ['account', 'reference', 'ref', 'number', 'company id', 'company code', 'company number', 'record id', 'id', 'code', 'ledger account', 'our reference', 'contact id', 'contact number id'],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The number by which this customer is known. Rows with the same account number belong to the same customer.',
  }),
  customer('customerName', {
    label: 'Customer name',
    aliases: [
      'customer', 'name of customer', 'customer full name', 'account name', 'client name', 'client', 'company name', 'company', 'business', 'organisation',
      'organisation name', 'organization', 'organization name', 'display name', 'customer display name', 'trading name', 'trading as', 'debtor name',
      'customer company', 'customer company name', 'legal name', 'bill to', 'bill to name', 'billing account name', 'customer organisation', 'account holder company', 'company legal name', 'company trading name',
      'associated company', 'associated company name', 'primary associated company',
      'company registered name', 'business trading name', 'business legal name', 'registered name', 'legal entity', 'legal entity name', 'entity name', 'customer account name', 'firm', 'firm name', 'sold to name',
      'ltd company name', 'debtor',
    ],
    weakAliases: ['name', 'business name', 'account holder name'],
    type: { kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' },
    required: 'always',
    help: 'The name of the customer, 1 to 100 characters.',
  }),
  customer('customerType', {
    label: 'Customer type',
    aliases: ['type of customer', 'customer sub type', 'customer type code', 'customer type name', 'account type', 'account type code', 'client type', 'customer category', 'customer class', 'market segment',
      'customer segment', 'residential or business', 'business or residential', 'domestic or commercial', 'domestic or business', 'consumer or business', 'business or consumer', 'kind of customer', 'customer kind',
      'customer classification'],
    weakAliases: ['type', 'segment', 'category'],
    type: {
      kind: 'enum',
      closed: true,
      values: [
        { value: 'RESIDENTIAL', aliases: ['res', 'resi', 'residence', 'consumer', 'private', 'personal', 'individual', 'person', 'domestic', 'household', 'home', 'b2c', 'residential customer'] },
        {
          value: 'BUSINESS',
          aliases: [
            'bus', 'biz', 'company', 'ltd', 'limited', 'ltd company', 'limited company', 'plc', 'llp', 'sole trader', 'partnership', 'charity', 'commercial',
            'corporate', 'business customer', 'sme', 'enterprise', 'organisation', 'organization', 'b2b', 'non domestic',
          ],
        },
        { value: 'RESELLER', aliases: ['re seller', 'wholesale', 'wholesaler'] },
        { value: 'STAFF_MEMBER', aliases: ['staff', 'employee', 'staff account'] },
      ],
    },
    required: 'always',
    help: 'One of RESIDENTIAL, BUSINESS, RESELLER or STAFF_MEMBER. Usual words such as "Ltd company" or "Consumer" are understood.',
  }),
]

const dates: readonly FieldEntry[] = [
  customer('startDate', {
    label: 'Customer start date',
    aliases: [
      'start date', 'start', 'starts on', 'customer start', 'account start date', 'account opened', 'account opened date', 'opened date', 'started date', 'account open date', 'date opened', 'opened', 'customer since',
      'live date', 'go live date', 'commencement date', 'activation date', 'onboarding date', 'joined', 'join date', 'date joined', 'customer from',
      'effective date', 'effective from', 'date account opened', 'billing start date', 'service start date', 'start of account', 'account since', 'client since', 'started', 'date started', 'customer start on',
      'go live', 'live from', 'live since', 'account start', 'account live date', 'account activation date', 'date of joining', 'move in date', 'begin date', 'starting date', 'service from', 'billing from',
      'bill from date', 'sign up date', 'signup date',
    ],
    weakAliases: ['create date', 'created date', 'created', 'created on', 'created at', 'creation date', 'date created', 'date added', 'added', 'valid from', 'from', 'first invoice date', 'registered',
      'registration date', 'since', 'connection date', 'connected', 'date connected', 'in service date'],
    type: { kind: 'date' },
    required: 'always',
    help: 'The day from which this is a customer.',
  }),
  customer('endDate', {
    label: 'Customer end date',
    aliases: [
      'end date', 'end', 'ends on', 'customer end', 'account end date', 'account closed', 'account closed date', 'closed date', 'ceased date', 'terminated date', 'account close date', 'date closed', 'termination date',
      'cease date', 'leave date',
      'customer until', 'service end date', 'cancellation date', 'closure date', 'expiry date', 'account end', 'account termination date', 'terminated', 'date terminated', 'ceased', 'date ceased', 'date left', 'left on',
      'leaving date', 'cancel date', 'cancelled on', 'date cancelled', 'move out date', 'deactivation date',
    ],
    weakAliases: ['closed', 'valid to', 'to', 'left', 'cancelled', 'until', 'disconnection date', 'disconnected'],
    type: { kind: 'date' },
    help: 'The day on which the customer ends. Leave it empty for customers that stay.',
  }),
  customer('contractTerm', {
    label: 'Contract term (months)',
    aliases: [
      'contract term', 'contract length', 'contract length months', 'contract duration', 'contract period', 'contract months', 'term', 'term months', 'term length',
      'minimum term', 'minimum term months', 'contract term in months', 'min term', 'initial term', 'commitment months', 'commitment period', 'commitment term', 'initial term months',
      'initial contract term', 'term in months', 'contract length in months', 'length of contract', 'contract term length', 'minimum contract term', 'minimum contract period', 'min contract term', 'minimum period',
      'minimum period months', 'contract min term', 'agreement term', 'agreement length', 'subscription term', 'duration months',
    ],
    weakAliases: ['months', 'duration', 'contract', 'commitment'],
    // The type int32 is known, the bounds are not (4.1, 10.4): the sample is 0, so only a negative term is odd.
    type: { kind: 'integer', min: '0', max: '2147483647', minBound: 'inferred', maxBound: 'known' },
    help: 'Length of the contract in whole months. Needs the contract start date as well.',
  }),
  customer('contractTermStartDate', {
    label: 'Contract start date',
    aliases: [
      'contract term start date', 'contract start', 'contract from', 'contract date', 'term start', 'term start date', 'contract begin date', 'contract commencement date',
      'contract signed', 'contract signed date', 'minimum term start date', 'minimum term from', 'term from', 'contract start on', 'contract started', 'contract starts', 'contract started on', 'contract starts on',
      'contract begin', 'contract begins', 'contract beginning', 'contract commenced', 'contract commencement', 'contract signed on', 'date contract signed', 'date of contract', 'contract effective date',
      'contract effective from', 'contract live date', 'contract term from', 'agreement date', 'agreement start date', 'agreement start', 'agreement signed', 'commitment start date', 'commitment start',
      'subscription start date', 'contract started date', 'start of contract', 'start date of contract',
    ],
    type: { kind: 'date' },
    help: 'The day on which the contract term begins. Goes together with the contract term.',
  }),
  customer('sendWelcomeEmailOn', {
    label: 'Welcome email date',
    aliases: ['send welcome email on', 'send welcome email', 'welcome email', 'welcome email on', 'welcome date', 'welcome mail date'],
    type: { kind: 'date' },
    help: 'Schedules a real email to the customer on this day. Leave it empty unless that is meant.',
  }),
]

const billing: readonly FieldEntry[] = [
  customer('contractOwnerId', {
    label: 'Contract owner',
    aliases: ['contract owner id', 'contract owner name', 'contract holder', 'contract owning company', 'brand owner', 'selling company', 'contracting company', 'contracting entity', 'billing entity', 'invoicing company', 'selling entity'],
    // Elsewhere the owner of a record is a colleague.
    weakAliases: ['owner', 'owner id', 'reseller', 'reseller name', 'billing company'],
    type: { kind: 'reference', to: 'contract-owners', max: '2147483647' },
    required: 'always',
    help: 'The contract owner in Elevate that this customer belongs to: its id or its name.',
  }),
  customer('contractOwnerSubBrandId', {
    label: 'Sub-brand',
    aliases: ['contract owner sub brand id', 'contract owner sub brand', 'sub brand id', 'sub brand name', 'subbrand', 'sub brand', 'subbrand id'],
    weakAliases: ['brand', 'brand name'],
    type: { kind: 'reference', to: 'contract-owner-sub-brands', max: '2147483647' },
    help: 'The sub-brand of the contract owner: its id or its name. Without one, the owner\'s default sub-brand is used.',
  }),
  customer('billingCycleId', {
    label: 'Billing cycle',
    aliases: ['billing cycle id', 'billing cycle name', 'bill cycle', 'billing period', 'billing frequency', 'invoice frequency', 'bill run', 'billing group', 'invoice cycle', 'bill cycle id', 'bill cycle code',
      'billing cycle code', 'bill frequency', 'bill period', 'invoicing frequency', 'invoicing cycle', 'invoice period', 'invoice run', 'billing run', 'billing schedule', 'invoice schedule', 'frequency of billing',
      'bill run group', 'how often billed', 'billed every', 'billing interval', 'bill cycle name'],
    weakAliases: ['cycle', 'frequency'],
    type: { kind: 'reference', to: 'billing-cycles' },
    required: 'always',
    help: 'The billing cycle in Elevate: its id or its name.',
  }),
  customer('externalCommissionAgentId', {
    label: 'Commission agent',
    aliases: ['external commission agent id', 'external commission agent', 'commission agent id', 'agent', 'agent id', 'agent name', 'sales agent', 'dealer agent', 'introducer', 'broker', 'tpi', 'dealer', 'dealer code',
      'dealer id', 'dealer name', 'agent code', 'agent ref', 'agent reference', 'agent number', 'broker code', 'broker name', 'broker id', 'broker ref', 'introducer code', 'introducer name', 'introducer ref',
      'introduced by', 'tpi name', 'tpi code', 'commission partner', 'commission to', 'sales agent code', 'sales agent name', 'referral agent', 'third party intermediary', 'energy broker'],
    weakAliases: ['sales rep', 'sales person', 'salesperson', 'account manager'],
    type: { kind: 'reference', to: 'commission-agents' },
    help: 'The external commission agent in Elevate: its id or its name.',
  }),
  customer('tripwireId', {
    label: 'Tripwire plan',
    aliases: ['tripwire id', 'tripwire', 'tripwire plan id', 'tripwire plan name', 'fraud plan', 'fraud plan id', 'fraud tripwire', 'spend cap plan'],
    type: { kind: 'reference', to: 'tripwire-plans' },
    help: 'The tripwire (fraud) plan in Elevate: its id or its name.',
  }),
  customer('creditThreshold', {
    label: 'Credit threshold',
    aliases: ['credit limit', 'credit limit amount', 'cr limit', 'maximum credit', 'credit lim', 'approved credit limit', 'credit limit approved', 'agreed credit limit', 'account credit limit', 'customer credit limit',
      'credit allowance', 'spend limit', 'credit value limit', 'max credit', 'credit ceiling', 'credit threshold amount'],
    weakAliases: ['credit', 'credit amount', 'limit', 'spend cap'],
    type: { kind: 'decimal', min: '0', max: '100000000000000000', bounds: 'known' },
    help: 'The credit limit as a plain amount, from 0.',
  }),
]

const flags: readonly FieldEntry[] = [
  customer('customerMarker', {
    label: 'Customer marker',
    aliases: ['marker', 'vulnerable', 'vulnerable customer', 'special care', 'priority customer', 'vulnerability flag', 'is vulnerable', 'vulnerable flag', 'vulnerability', 'priority services register', 'psr',
      'psr flag', 'on psr', 'priority services'],
    weakAliases: ['flag', 'priority'],
    type: { kind: 'boolean' },
    help: 'Yes marks the customer, for example as VIP or vulnerable.',
  }),
  customer('customerIsVip', {
    label: 'VIP customer',
    aliases: ['customer is vip', 'vip', 'is vip', 'vip flag', 'vip status', 'vip account', 'is a vip', 'key account', 'key customer'],
    type: { kind: 'boolean' },
    help: 'The old name of the customer marker. It is sent as the customer marker.',
  }),
  customer('onlineBillingRequired', {
    label: 'Online billing',
    aliases: ['online billing required', 'ebilling', 'e billing', 'paperless', 'paperless billing', 'portal access', 'online account', 'web billing', 'web bill', 'web bills', 'online bill', 'online bills', 'e bill',
      'ebill', 'electronic billing', 'electronic bill', 'online billing flag', 'paper free', 'paperfree billing', 'online invoices', 'e invoice', 'einvoicing', 'e invoicing', 'paperless bill', 'go paperless',
      'online portal', 'portal user', 'web access', 'online access'],
    type: { kind: 'boolean' },
    help: 'Yes when the customer is to see the bills online.',
  }),
  customer('onlineEmailAddress', {
    label: 'Online billing email',
    aliases: ['online email address', 'online email', 'portal email', 'login email', 'online billing email address', 'ebilling email', 'web login email', 'web bill email', 'web billing email', 'online login email',
      'portal user email', 'online bill email', 'ebill email', 'paperless email', 'login email address', 'portal login email', 'web portal email', 'online account email', 'e billing email', 'einvoice email',
      'e invoicing email'],
    weakAliases: ['portal login', 'portal username', 'login', 'username', 'user name', 'web login'],
    type: { kind: 'email', max: 255, bounds: 'known' },
    help: 'The email address for online billing, up to 255 characters.',
  }),
]

export const customerFields: readonly FieldEntry[] = [...identity, ...dates, ...billing, ...flags]
