// Headers of German, French, Spanish and Dutch files, word for word in English, so that one catalogue of names does for all.

/** Words that mean one thing wherever they stand, without accents and in lower case. */
const words: Readonly<Record<string, string>> = {
  // German
  kunde: 'customer', kunden: 'customer', kundennummer: 'customer number', kundennr: 'customer number', kdnr: 'customer number', kd: 'customer', kundenname: 'customer name', kundenkonto: 'customer account',
  debitor: 'customer', debitorennummer: 'customer number', debitorennr: 'customer number', nummer: 'number', firma: 'company', firmenname: 'company name', unternehmen: 'company', unternehmensname: 'company name',
  anrede: 'salutation', vorname: 'first name', nachname: 'last name', familienname: 'last name', ansprechpartner: 'contact name', kontaktperson: 'contact name', strasse: 'street', straße: 'street', hausnummer: 'house number',
  hausnr: 'house number', plz: 'postcode', postleitzahl: 'postcode', stadt: 'town', wohnort: 'town', bundesland: 'county', telefon: 'telephone', telefonnummer: 'telephone number', telefonnr: 'telephone number', rufnummer: 'telephone number',
  festnetz: 'landline', handy: 'mobile', mobil: 'mobile', mobiltelefon: 'mobile', mobilnummer: 'mobile number', telefax: 'fax', emailadresse: 'email address', adresse: 'address', anschrift: 'address', adresszeile: 'address line',
  adresszusatz: 'address line 2', rechnungsadresse: 'invoice address', rechnungsanschrift: 'invoice address', rechnung: 'invoice', rechnungs: 'invoice', lieferadresse: 'delivery address', lieferanschrift: 'delivery address',
  standort: 'site', kontonummer: 'bank account number', kontoinhaber: 'bank account name', bankleitzahl: 'bank code', zahlungsziel: 'payment terms', zahlungsbedingungen: 'payment terms', zahlungsart: 'payment method',
  zahlungsweise: 'payment method', ustid: 'vat number', ustidnr: 'vat number', umsatzsteuer: 'vat', umsatzsteuernummer: 'vat number', steuernummer: 'tax number', vertragsbeginn: 'contract start date', vertragslaufzeit: 'contract term', kreditlimit: 'credit limit',
  startdatum: 'start date', enddatum: 'end date', bemerkung: 'notes', bemerkungen: 'notes', kundentyp: 'customer type', kundenart: 'customer type',
  // French
  societe: 'company', entreprise: 'company', prenom: 'first name', rue: 'street', ville: 'town', cp: 'postcode', telephone: 'telephone', portable: 'mobile', courriel: 'email', tva: 'vat number', compte: 'account',
  numero: 'number', facturation: 'billing', livraison: 'delivery', adresse1: 'address 1', adresse2: 'address 2', departement: 'county', civilite: 'salutation', fonction: 'role', remarques: 'notes', chantier: 'site',
  // Spanish
  cliente: 'customer', empresa: 'company', apellido: 'last name', apellidos: 'last name', direccion: 'address', calle: 'street', ciudad: 'town', poblacion: 'town', localidad: 'town', provincia: 'county', codigo: 'code', telefono: 'telephone',
  movil: 'mobile', correo: 'email', electronico: '', contacto: 'contact', facturacion: 'billing', envio: 'shipping', cuenta: 'account',
  // Dutch
  klant: 'customer', klantnummer: 'customer number', klantnr: 'customer number', klantnaam: 'customer name', debiteur: 'customer', debiteurnummer: 'customer number', debiteurennummer: 'customer number', bedrijf: 'company', bedrijfsnaam: 'company name',
  voornaam: 'first name', achternaam: 'last name', contactpersoon: 'contact name', straat: 'street', straatnaam: 'street', huisnummer: 'house number', woonplaats: 'town', plaats: 'town', plaatsnaam: 'town', telefoon: 'telephone',
  telefoonnummer: 'telephone number', mobiel: 'mobile', emailadres: 'email address', adres: 'address', factuuradres: 'invoice address', bezorgadres: 'delivery address', afleveradres: 'delivery address', factuur: 'invoice', btw: 'vat', rekeningnummer: 'bank account number',
  betalingstermijn: 'payment terms', betaalwijze: 'payment method', opmerkingen: 'notes', naam: 'name',
}

/** Phrases, and words that mean something else in English: only where they are the whole header. */
const wholes: Readonly<Record<string, string>> = {
  land: 'country', ort: 'town', pays: 'country', pais: 'country', 'raison sociale': 'company name', 'nom commercial': 'company name', 'nom client': 'customer name', 'nombre cliente': 'customer name', 'razon social': 'company name',
  'code client': 'customer number', 'numero client': 'customer number', 'number client': 'customer number', 'nom societe': 'company name', 'nom contact': 'contact name', 'nombre contacto': 'contact name', 'persona contacto': 'contact name',
  'code postal': 'postcode', 'codigo postal': 'postcode', 'code postal facturation': 'invoice postcode', 'correo electronico': 'email', 'adresse email': 'email', 'adresse mail': 'email', 'complement adresse': 'address line 2', 'date debut': 'start date', 'fecha inicio': 'start date',
  'fecha alta': 'start date', 'date fin': 'end date', 'fecha fin': 'end date', 'kunde seit': 'start date', 'client depuis': 'start date', 'klant sinds': 'start date', 'nom famille': 'last name', 'nom entreprise': 'company name',
  'name firma': 'company name', 'ust id': 'vat number', 'ust id nr': 'vat number', 'ust id number': 'vat number', 'ust idnr': 'vat number', 'ust idnummer': 'vat number', 'strasse und hausnummer': 'street', 'strasse hausnummer': 'street', 'strasse nr': 'street', 'straße nr': 'street', 'e mailadres': 'email address', 'e mailadresse': 'email address',
  'mail adresse': 'email address', 'conditions paiement': 'payment terms', 'mode paiement': 'payment method', 'forma pago': 'payment method', 'metodo pago': 'payment method', 'siret': 'company registration',
}

const particles = /\b(?:de|del|du|des|d|le|la|el|l)\b/g

/** Lower-case text of plain words with single spaces; what is not known stays as it is. */
export function inEnglish(text: string): string {
  const bare = text.replace(particles, ' ').replace(/ +/g, ' ').trim()
  const whole = Object.hasOwn(wholes, bare) ? wholes[bare] : undefined
  if (whole !== undefined) return whole
  const parts = (bare === '' ? text : text).split(' ')
  if (!parts.some((word) => Object.hasOwn(words, word))) return text
  const said = bare.split(' ').map((word) => (Object.hasOwn(words, word) ? (words[word] ?? word) : word)).filter((word) => word !== '')
  return reordered(said.join(' '))
}

/** The noun comes first there: "adresse facturation", "numero compte client". */
function reordered(text: string): string {
  return text
    .replace(/^(number|code) (customer|account|site|telephone|vat)(?: number)?$/, '$2 number')
    .replace(/^(address|town|postcode|email|telephone|country|street) (billing|delivery|shipping|invoice|site|contact|company|customer)$/, '$2 $1')
}
