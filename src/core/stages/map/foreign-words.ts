// Headers of German, French, Spanish and Dutch files, word for word in English, so that one catalogue of names does for all.

/** Words that mean one thing wherever they stand, without accents and in lower case. */
const words: Readonly<Record<string, string>> = {
  // German
  kunde: 'customer', kunden: 'customer', kundennummer: 'customer number', kundennr: 'customer number', kdnr: 'customer number', kd: 'customer', kundenname: 'customer name', kundenkonto: 'customer account',
  debitor: 'customer', debitorennummer: 'customer number', debitorennr: 'customer number', nummer: 'number', firma: 'company', firmenname: 'company name', unternehmen: 'company', unternehmensname: 'company name',
  anrede: 'salutation', vorname: 'first name', nachname: 'last name', familienname: 'last name', ansprechpartner: 'contact name', kontaktperson: 'contact name', strasse: 'street', straße: 'street', hausnummer: 'house number',
  hausnr: 'house number', plz: 'postcode', postleitzahl: 'postcode', stadt: 'town', wohnort: 'town', bundesland: 'county', telefon: 'telephone', telefonnummer: 'telephone number', telefonnr: 'telephone number',
  rufnummer: 'telephone number',
  festnetz: 'landline', handy: 'mobile', mobil: 'mobile', mobiltelefon: 'mobile', mobilnummer: 'mobile number', telefax: 'fax', emailadresse: 'email address', adresse: 'address', anschrift: 'address', adresszeile: 'address line',
  adresszusatz: 'address line 2', rechnungsadresse: 'invoice address', rechnungsanschrift: 'invoice address', rechnung: 'invoice', rechnungs: 'invoice', lieferadresse: 'delivery address', lieferanschrift: 'delivery address',
  standort: 'site', kontonummer: 'bank account number', kontoinhaber: 'bank account name', bankleitzahl: 'bank code', zahlungsziel: 'payment terms', zahlungsbedingungen: 'payment terms', zahlungsart: 'payment method',
  zahlungsweise: 'payment method', ustid: 'vat number', ustidnr: 'vat number', umsatzsteuer: 'vat', umsatzsteuernummer: 'vat number', steuernummer: 'tax number', vertragsbeginn: 'contract start date',
  vertragslaufzeit: 'contract term', kreditlimit: 'credit limit',
  konto: 'account', kontonr: 'bank account number', debitorenkonto: 'customer account', debitorenname: 'customer name', kundencode: 'customer code', kundenreferenz: 'customer reference',
  kundenbezeichnung: 'customer name', kundengruppe: 'customer group', auftraggeber: 'customer',
  firmierung: 'company name', organisation: 'organisation', kontakt: 'contact', kontaktname: 'contact name', ansprechperson: 'contact name', hausnummerzusatz: 'address line 2', zusatz: 'address line 2', kanton: 'county',
  staat: 'country', laendercode: 'country code', landescode: 'country code', landkreis: 'county',
  mobilfunk: 'mobile', mobilfunknummer: 'mobile number', mobilnr: 'mobile number', handynummer: 'mobile number', faxnummer: 'fax number', mailadresse: 'email address', rechnungsempfaenger: 'invoice recipient',
  rechnungsempfanger: 'invoice recipient', rechnungsmail: 'invoice email', rechnungsemail: 'invoice email', rechnungsstrasse: 'invoice street',
  rechnungsort: 'invoice town', rechnungsplz: 'invoice postcode', rechnungsland: 'invoice country', rechnungsname: 'invoice business name', lieferstrasse: 'delivery street', lieferort: 'delivery town',
  lieferplz: 'delivery postcode', lieferland: 'delivery country', liefer: 'delivery', lieferung: 'delivery', lieferstelle: 'site', filiale: 'branch', niederlassung: 'branch',
  standortname: 'site name', standortnummer: 'site number', objekt: 'site', objektnummer: 'site number', bankkonto: 'bank account', bankkontonummer: 'bank account number', blz: 'bank code',
  mandatsreferenz: 'mandate reference', mandatsnummer: 'mandate number', mandatsref: 'mandate reference', lastschrift: 'direct debit', lastschriftmandat: 'direct debit mandate', zahlungsbedingung: 'payment terms',
  zahlungsfrist: 'payment terms',
  zahlungsmethode: 'payment method', zahlungsmittel: 'payment method', zahlart: 'payment method', zahlweise: 'payment method', zahlungsform: 'payment method', steuernr: 'tax number', umsatzsteuerid: 'vat number',
  umsatzsteueridentnummer: 'vat number', umsatzsteueridentifikationsnummer: 'vat number', steuerbefreit: 'tax exempt', bestellnummer: 'purchase order number', bestellnr: 'purchase order number',
  laufzeit: 'contract term', mindestlaufzeit: 'contract term', vertragsdauer: 'contract term', vertragsstart: 'contract start date', vertragsdatum: 'contract date', kundenseit: 'start date', kreditrahmen: 'credit limit',
  startdatum: 'start date', beginn: 'start date', enddatum: 'end date', notiz: 'notes', notizen: 'notes', rechnungshinweis: 'invoice notes', bemerkung: 'notes', bemerkungen: 'notes', kundentyp: 'customer type',
  kundenart: 'customer type',
  // French
  societe: 'company', entreprise: 'company', prenom: 'first name', rue: 'street', ville: 'town', cp: 'postcode', telephone: 'telephone', portable: 'mobile', courriel: 'email', tva: 'vat number', compte: 'account',
  numero: 'number', facturation: 'billing', livraison: 'delivery', adresse1: 'address 1', adresse2: 'address 2', departement: 'county', raisonsociale: 'company name', client: 'client', clients: 'client',
  nomclient: 'customer name', codeclient: 'customer number', interlocuteur: 'contact name', courrier: 'postal', etablissement: 'site', agence: 'branch', magasin: 'store', mandat: 'mandate', rum: 'mandate reference',
  titulaire: 'account holder', paiement: 'payment', reglement: 'payment', echeance: 'payment terms', commande: 'purchase order', encours: 'credit limit', plafond: 'credit limit', engagement: 'commitment',
  debut: 'start date', fin: 'end date', civilite: 'salutation', fonction: 'role', remarques: 'notes', chantier: 'site',
  // Spanish
  cliente: 'customer', empresa: 'company', apellido: 'last name', apellidos: 'last name', direccion: 'address', calle: 'street', ciudad: 'town', poblacion: 'town', localidad: 'town', provincia: 'county', codigo: 'code',
  telefono: 'telephone',
  nif: 'tax number', cif: 'tax number', iva: 'vat', domicilio: 'address', municipio: 'town', sede: 'site', sucursal: 'branch', tienda: 'store', titular: 'account holder', pago: 'payment', pedido: 'purchase order',
  plazo: 'term', vencimiento: 'payment terms', telf: 'telephone', telefonos: 'telephone', celular: 'mobile', nombre: 'name', entrega: 'delivery', factura: 'invoice', facturas: 'invoice', mandato: 'mandate',
  movil: 'mobile', correo: 'email', electronico: '', contacto: 'contact', facturacion: 'billing', envio: 'shipping', cuenta: 'account',
  // Dutch
  klant: 'customer', klantnummer: 'customer number', klantnr: 'customer number', klantnaam: 'customer name', debiteur: 'customer', debiteurnummer: 'customer number', debiteurennummer: 'customer number',
  bedrijf: 'company', bedrijfsnaam: 'company name',
  voornaam: 'first name', achternaam: 'last name', contactpersoon: 'contact name', straat: 'street', straatnaam: 'street', huisnummer: 'house number', woonplaats: 'town', plaats: 'town', plaatsnaam: 'town', telefoon: 'telephone',
  telefoonnummer: 'telephone number', mobiel: 'mobile', emailadres: 'email address', adres: 'address', factuuradres: 'invoice address', bezorgadres: 'delivery address', afleveradres: 'delivery address',
  factuur: 'invoice', btw: 'vat', rekeningnummer: 'bank account number',
  klantcode: 'customer code', klantreferentie: 'customer reference', klanttype: 'customer type', debiteurcode: 'customer code', debiteurnaam: 'customer name', debiteurennaam: 'customer name', firmanaam: 'company name',
  handelsnaam: 'trading name', organisatie: 'organisation', organisatienaam: 'organisation name', contactnaam: 'contact name', tav: 'attention', huisnr: 'house number', toevoeging: 'address line 2', provincie: 'county',
  landcode: 'country code', gsmnummer: 'mobile number', mobielnummer: 'mobile number', telefoonnr: 'telephone number', mailadres: 'email address', factuuremail: 'invoice email', factuurmail: 'invoice email',
  factuurplaats: 'invoice town', factuurpostcode: 'invoice postcode', factuurstraat: 'invoice street', factuurland: 'invoice country', facturatie: 'billing', levering: 'delivery', leveradres: 'delivery address',
  aflever: 'delivery', bezoekadres: 'site address', bezoek: 'site', postadres: 'postal address', vestiging: 'branch', vestigingsnaam: 'branch name', vestigingsnummer: 'branch number', locatie: 'site',
  locatienaam: 'site name', filiaal: 'branch', bankrekening: 'bank account', bankrekeningnummer: 'bank account number', rekeninghouder: 'account holder', tenaamstelling: 'account holder', machtiging: 'mandate',
  machtigingskenmerk: 'mandate reference', mandaat: 'mandate', mandaatreferentie: 'mandate reference', incasso: 'direct debit', kredietlimiet: 'credit limit', kredietlimieten: 'credit limit',
  betalingsconditie: 'payment terms', betalingscondities: 'payment terms', betalingsvoorwaarde: 'payment terms', betalingsvoorwaarden: 'payment terms', betaalconditie: 'payment terms', betaaltermijn: 'payment terms',
  betalingswijze: 'payment method', betaalmethode: 'payment method', betalingsmethode: 'payment method', btwnummer: 'vat number', btwnr: 'vat number', contractduur: 'contract term', looptijd: 'contract term',
  ingangsdatum: 'start date', begindatum: 'start date', einddatum: 'end date', contractdatum: 'contract date', inkoopnummer: 'purchase order number', inkoopordernummer: 'purchase order number',
  bestelnummer: 'purchase order number', referentie: 'reference', notities: 'notes', betalingstermijn: 'payment terms', betaalwijze: 'payment method', opmerkingen: 'notes', naam: 'name',
}

/** Phrases, and words that mean something else in English: only where they are the whole header. */
const wholes: Readonly<Record<string, string>> = {
  land: 'country', ort: 'town', pays: 'country', pais: 'country', 'raison sociale': 'company name', 'nom commercial': 'company name', 'nom client': 'customer name', 'nombre cliente': 'customer name', 'razon social': 'company name',
  'code client': 'customer number', 'numero client': 'customer number', 'number client': 'customer number', 'nom societe': 'company name', 'nom contact': 'contact name', 'nombre contacto': 'contact name', 'persona contacto': 'contact name',
  'code postal': 'postcode', 'codigo postal': 'postcode', 'code postal facturation': 'invoice postcode', 'correo electronico': 'email', 'adresse email': 'email', 'adresse mail': 'email',
  'complement adresse': 'address line 2', 'date debut': 'start date', 'fecha inicio': 'start date',
  'fecha alta': 'start date', 'date fin': 'end date', 'fecha fin': 'end date', 'kunde seit': 'start date', 'client depuis': 'start date', 'klant sinds': 'start date', 'nom famille': 'last name', 'nom entreprise': 'company name',
  'name adressattyp unternehmen': 'company name', 'name adressattyp naturl person': 'last name', 'vorname adressattyp naturl person': 'first name', 'datum eintritt': 'start date', 'fecha baja': 'end date',
  'date creation': 'created date', 'condiciones pago': 'payment terms', 'dias pago': 'payment terms days', 'limite credito': 'credit limit', 'limite credit': 'credit limit', 'plafond credit': 'credit limit',
  'numero tva': 'vat number', 'tva intracommunautaire': 'vat number', 'number tva intracommunautaire': 'vat number', 'conditions reglement': 'payment terms', 'mode reglement': 'payment method',
  'delai paiement': 'payment terms', 'delai reglement': 'payment terms', 'personne contact': 'contact name', 'persona de contacto': 'contact name', 'tipo cliente': 'customer type', 'type client': 'customer type',
  'type klant': 'customer type', 'soort klant': 'customer type', 'name firma': 'company name', 'ust id': 'vat number', 'ust id nr': 'vat number', 'ust id number': 'vat number', 'ust idnr': 'vat number',
  'ust idnummer': 'vat number', 'strasse und hausnummer': 'street', 'strasse hausnummer': 'street', 'strasse nr': 'street', 'straße nr': 'street', 'e mailadres': 'email address', 'e mailadresse': 'email address',
  'mail adresse': 'email address', 'conditions paiement': 'payment terms', 'mode paiement': 'payment method', 'forma pago': 'payment method', 'metodo pago': 'payment method', 'siret': 'company registration',
}

/** Of words that another language has too: only beside a word that is surely none of English. */
const besides: Readonly<Record<string, string>> = { ort: 'town', land: 'country', pays: 'country', pais: 'country', nr: 'number', nom: 'name' }

const particles = /\b(?:de|del|du|des|d|le|la|el|l)\b/g

/** Lower-case text of plain words with single spaces; what is not known stays as it is. */
export function inEnglish(text: string): string {
  const bare = text.replace(/\bu st\b/g, 'ust').replace(/\bust id(?: (?:nr|no|number|nummer))?\b/g, 'ustid').replace(particles, ' ').replace(/ +/g, ' ').trim()
  const whole = Object.hasOwn(wholes, bare) ? wholes[bare] : undefined
  if (whole !== undefined) return whole
  const parts = (bare === '' ? text : text).split(' ')
  if (!parts.some((word) => Object.hasOwn(words, word))) return text
  const said = bare.split(' ').map((word) => (Object.hasOwn(words, word) ? (words[word] ?? word) : Object.hasOwn(besides, word) ? (besides[word] ?? word) : word)).filter((word) => word !== '')
  return reordered(said.join(' '))
}

/** The noun comes first there: "adresse facturation", "numero compte client". */
function reordered(text: string): string {
  return text
    .replace(/^(number|code) (customer|account|site|telephone|vat)(?: number)?$/, '$2 number')
    .replace(/^(address|town|postcode|email|telephone|country|street) (billing|delivery|shipping|invoice|site|contact|company|customer)$/, '$2 $1')
}
