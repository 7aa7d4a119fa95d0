// Words that head columns of all kinds of spreadsheets and hardly ever stand alone in a cell of data. A vocabulary, no field
// names: what a column means is for the mapping to say.
const words = new Set(`
  account acct accounts number numbers no num nr ref reference refs id ids uid uuid guid code codes key name names surname forename
  firstname lastname fullname initials salutation title first last middle family given display nickname company companies organisation
  organization business trading trade legal registered registration reg client clients customer customers cust supplier vendor contact
  contacts person people email emails mail e-mail mailbox phone phones telephone tel mobile cell fax landline switchboard website web url
  domain address addresses addr street road house building town city village county state province region country postcode postal post zip
  zipcode locality district line billing bill invoice invoices invoicing delivery shipping ship mailing correspondence site sites location
  locations premises branch department dept division position job role roles type types category class group segment status stage active
  inactive enabled disabled flag date dates day month year time created modified updated added opened closed start starts started end
  ends ended expiry expires renewal renewed due birth dob from to until term terms duration length period notice days months years contract
  contracts agreement amount total net gross vat tax price cost value balance credit debit limit currency rate discount percent percentage
  quantity qty unit units charge charges fee deposit payment payments paid method methods bank sort iban bic swift mandate card holder
  sortcode accountname accountnumber direct frequency cycle template templates layout format language locale timezone note notes comment
  comments description details detail info information remark remarks memo text message subject body owner owned manager agent agents
  rep representative sales salesperson assigned lead source campaign channel partner reseller brand sub parent child primary secondary
  main default preferred alternative alternate other second third additional extra custom field fields user users username login tags tag label
  labels priority rating score rank order orders sequence index row record records item items product products service services sku plan
  plans package tariff usage minutes data gender age sex nationality latitude longitude lat long lng uprn industry sector employees revenue
  sic turnover size vip marketing consent opt in out gdpr privacy preferences preference send receive receives receiving gets welcome
  electronic paper print summary statement statements reminder is has can do not allow allowed require required by of for the and or at on
  per with use used via as
  kundennummer kunde firma strasse ort plz land telefon rechnung datum betrag nom prenom prénom adresse ville pays téléphone code
  número numero nombre apellido empresa dirección ciudad país correo fecha importe
`.split(/\s+/).filter((word) => word !== ''))

/** The share of a cell's words that are known to head columns, 0 to 1; `firstName`, `first_name` and `First name*` alike. */
export function headerWordShare(cell: string): number {
  const parts = cell.replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2').toLowerCase().split(/[^\p{L}]+/u).filter((part) => part !== '')
  if (parts.length === 0) return 0
  return parts.filter((part) => words.has(part)).length / parts.length
}
