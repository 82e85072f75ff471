/** What a word of a column's name speaks of. One word may speak of several things. */
export type Concept =
  | 'given'
  | 'family'
  | 'nameword'
  | 'person'
  | 'actor'
  | 'email'
  | 'phone'
  | 'address'
  | 'street'
  | 'postal'
  | 'postal-weak'
  | 'ssn'
  | 'itin'
  | 'medical-number'
  | 'patient'
  | 'card'
  | 'iban'
  | 'bank'
  | 'account'
  | 'ip'
  | 'url'
  | 'mac'
  | 'birth'
  | 'date'
  | 'latitude'
  | 'longitude'
  | 'coordinates'
  | 'number'
  | 'thing'
  | 'measure'
  | 'place'
  | 'text'
  | 'filler'
  | 'full'
  | 'hardware'
  | 'error'
  | 'x'
  | 'y';

const LISTS: readonly (readonly [Concept, string])[] = [
  [
    'given',
    'fnm gname givennm vname rufnamen eiginnafn kristinimi izena enw otchestvo prenom1 gname firstnm fstnm forenm ainm emer emri eesnimi vardas2 rufname nomdebapteme keresztneve firstname fname forename givenname first given vorname prenom nombre1 primernombre voornaam fornavn fornamn etunimi imie jmeno krestni keresztnev prenume imya ime middlename middle mname lname2 nickname preferredname otchestvo patronymic prenombre primer jina pangalan',
  ],
  [
    'family',
    'lnm sname surnm lastnm lstnm familynm fam sukun kenninafn cyfenw abizena sloinne mbiemri mbiemer pavarde uzvards snm secondname zunamen perenimi pavarde uzvards lastname surname lname familyname family maiden maidenname nachname familienname zuname geburtsname nomfamille apellido apellidos cognome sobrenome apelido achternaam efternavn efternamn etternavn sukunimi nazwisko prijmeni priezvisko csaladnev vezeteknev familia familiya prezime soyad soyadi soyisim last eponymo surnames famille',
  ],
  [
    'nameword',
    'ad nm nme nms nam nimikirjain ime2 fio naziv2 nafn izen-abizenak adi-soyadi fullnm fname2 wholename yourname fulln ism nama2 pangalan jina isimsoyisim imeprezime jmenoprijmeni hoten ten isikunimi nimetus adsoyad imieinazwisko name names fullname nombre nombres nom noms nome nomi naam namen navn namn nimi nazwa meno nev nume isim adi onoma legalname displayname realname personname contactname nama vollname pelnanazwa nomecompleto nombrecompleto nomprenom vardas vards nimed',
  ],
  ['full', 'full complete completo legal display real preferred vollstandiger voller complet birthname'],
  [
    'person',
    'cust2 claimant insured signee attending prescriber poc registrant custodian contribuyente contribuinte pessoa pelanggan testator notary arbitrator debitor kreditor payor2 grantor grantee mortgagor obligor surety endorser endorsee drawer drawee consignee consignor shipper2 bearer pledger sponsor godparent foster ward minor juror paralegal bailiff officer2 detective suspect informant inmate detainee prisoner convict offender perpetrator complainer petitioner appellant appellee litigant declarant deponent affiant translator interpreter courier driver2 chauffeur conductor steward stewardess waiter waitress chef cook barber hairdresser stylist plumber electrician carpenter painter mechanic gardener cleaner janitor porter guard receptionist concierge landlady roommate flatmate neighbour neighbor friend colleague coworker uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter fiance fiancee boyfriend girlfriend partner mum mom dad brother sister sibling babysitter nanny carer midwife paramedic pharmacist optician dentist2 physio physiotherapist psychologist psychiatrist radiologist cardiologist anesthetist pathologist oncologist surgeon2 gp registrar intern apprentice trainee scholar lecturer tutor2 dean headmaster headteacher classmate alumnus alumna graduate hirer renter lodger2 occupier squatter leaseholder freeholder shareholder stakeholder underwriter adjuster broker dealer trader teller banker accountant auditor bookkeeper bidder winner2 loser contestant competitor opponent skater swimmer rider jockey boxer golfer cyclist striker goalkeeper keeper pitcher batter scorer skipper deckhand sailor soldier veteran recruit cadet marshal monk nun priest vicar imam2 deacon pastor2 bewerberin mieterin kundin2 nutzer nutzerin schulerin lehrerin arztin zeuge zeugin vermieter vermieterin versicherungsnehmer anspruchsteller geschadigter unterzeichner unterzeichnerin erziehungsberechtigter vormund kollege kollegin nachbar nachbarin antragsteller antragstellerin absolvent dozent dozentin testigo fiador avalista deudor acreedor arrendatario arrendador propietario heredero tutora firmante abonado interesado remitente2 usuario2 temoin garant souscripteur debiteur creancier bailleur proprietaire heritier tuteur signataire abonne adherent2 patiente etudiant etudiante salariee collegue voisin voisine testimone garante debitore creditore locatore proprietario erede tutore firmatario abbonato richiedente cliente2 fiador2 devedor credor herdeiro fiadora testemunha getuige borg schuldenaar eigenaar erfgenaam voogd aanvrager abonnee swiadek poreczyciel dluznik wlasciciel najemca spadkobierca opiekun wnioskodawca svedek dluznik2 majitel najemce vittne borgenar agare hyresgast arvinge sokande vidne ejer lejer arving ansoger todistaja omistaja vuokralainen hakija tunnistaja omanik uurnik taotleja klienti kliendi patsient liecinieks ipasnieks irnieks pacients savininkas nuomininkas kiracisi kiraci tanik kefil sahibi basvuran ogretmen saksi pemilik penyewa pelapor guru siswa murid karyawan mgonjwa mteja shahidi mmiliki bewohner lodger boarder pasien pelanggan mwanafunzi locataire2 inquilino inquilina huurder leerling docente pensionista jubilado afiliado socio asegurado assure adherent iscritto kontakt kontaktperson hovedkontakt kontaktpersonen sachbearbeiter betreuer verantwortlicher verantwortlich zustandig responsable encargado gestor vendedor referent referente medarbejder medarbeider handlaggare behandler laege lakare lekar huisarts arts tutor jefe maestro professore anmelder vertreter vertrag2 bearbeiter interviewee caller visitor complainant organizer organiser host2 pilot captain operator2 lessee purchaser advisor adviser counselor counsellor therapist trainer mentor employee2 staffer personnel delegate2 crew2 winner runner nominee2 attendant usher referee candidate2 kandidat deltager deltagare osallistuja ucastnik uczestnik elev eleve2 ogrenci doktor hasta musteri calisan guardians parents person people patient patients customer cust client employee emp staff worker user member subscriber student pupil teacher instructor professor doctor dr physician provider clinician nurse surgeon therapist dentist parent mother father guardian spouse husband wife child son daughter sibling kin relative beneficiary holder cardholder accountholder insured policyholder claimant applicant candidate recipient sender addressee payee payer payor donor tenant landlord resident occupant passenger traveler traveller guest attendee participant subject respondent volunteer witness victim suspect defendant plaintiff attorney lawyer judge officer driver owner author artist editor reviewer translator photographer signatory signer contact agent representative rep salesperson salesman consultant manager supervisor boss lead director coach player athlete founder ceo president chairman secretary buyer seller shopper mitarbeiter kunde kundin patientin arzt lehrer schuler ansprechpartner empfanger absender inhaber halter besitzer eigentumer mieter bewerber mandant versicherter cliente empleado paciente medico alumno profesor titular contacto solicitante destinatario remitente employe salarie medecin eleve enseignant titulaire locataire destinataire expediteur interlocuteur dipendente paziente studente intestatario destinatario funcionario aluno medewerker klant patient contactpersoon kunder ansatt anstalld pracownik klient pacjent zakaznik pacient persona personne persoon osoba henkilo asiakas individual nominee heir trustee executor caregiver caretaker counsel clerk cashier technician inspector assessor analyst researcher investigator pi interviewer surveyor debtor creditor borrower cosigner cobeneficiary householder voter delegate speaker presenter performer singer composer',
  ],
  [
    'actor',
    'assignee assigned reporter requester requestor approver approved created creator updated modified submitted submitter signed prepared reviewed verified checked attn attention by autor creado',
  ],
  [
    'email',
    'eaddr emailadres emailadresse epost2 elpost eposti meil tolvupostur netfang helektronikoa ebost posel emel emailid2 maile mailid emladdr elmejl emailadr addrmail adresmail mailaddr pochta sahkopostiosoite emailcontact email emails mail emailaddress emailaddr eml mailaddress courriel correo correoelectronico epost epostadresse epostadress sahkoposti mejl poczta eposta mailadresse emailid imel elpastas',
  ],
  [
    'phone',
    'tlfn fon rufnum nomor nomorhp nohp sdt dienthoai sodt dtdd matkapuhelin lankapuhelin farsimi telefonas talrunis talr mobilusis gsmno ceptelefonu ceptel cep2 telefonszama mobilszam tel1 tel2 phone1 phone2 ph1 ph2 cellular teleph phn2 phne teleno telef mobileno mobno mobilephone contactphone pager hotline dial simnumber broj telefona telefonski mobitel nummertelefon fono fone whats zap numtel numerotel telfijo telmovil portable2 gsmnr nrtel numertelefonu komorkowy fernsprecher telp telepon hp simu mobilni tfn rufnr telnummer telefonnr mobilnr mobiltel cellno callback phone phones telephone tel telno telnr telefon telefono telefone telephonenumber phonenumber phoneno mobile mobil movil cell cellphone celular cellulare cel handy handynummer telefonnummer rufnummer fax faxno portable gsm landline whatsapp msisdn tlf tfno puhelin puhelinnumero telefoon telefoonnummer mobiel mobilnummer mobilephone homephone workphone dayphone ph contactno contactnumber telefonszam mobiltelefon sms mob komorka simi telefoni dienstnummer',
  ],
  [
    'address',
    'addres adr1 adr2 addrs adrs domicile heimatadresse wohnsitz anskrift adrese2 helbide helbidea cyfeiriad heimilisfang heimili seoladh adresi ikametgah ikamet indirizzoresidenza residenza dimora direccionfiscal senas2 ubicaciondomicilio lokasi2 alamatrumah makazi shipto deliverto billto mailto2 sendto livesat whereabouts domicilio2 dwelling homestead pickup2 dropoff premises abode dropoff alamat anwani zamieszkania bydliste lieferadresse rechnungsadresse address addr addresses adresse adr anschrift wohnadresse direccion domicilio indirizzo endereco morada adres adress osoite adresa cim lakcim residence residencia wohnort address1 address2 addressline addr1 addr2 addr line1 streetaddress homeaddress mailingaddress postadresse adressen adresas aadress adrese alamat anwani adiresi diachi',
  ],
  [
    'street',
    'street str strasse streetname calle rue via rua logradouro straat straatnaam gata gate gade vej ulica ulice katu utca sokak cadde road avenue wohnstrasse hausnummer viale piazza odos thoroughfare',
  ],
  [
    'postal',
    'pc2 postalcd zipc zcode zcd zippcode kodepos kodpos poskod psc2 postkod postakodu pk2 codpost copo codigop pcode indeks postindeks indekss pastokodas pta2 mabuuchinh mabuudien msimboposta plzort postalzip zp pstcode posti postinro eir postleit kodpoczt zip zipcode zip5 zip9 zipplus4 postal postcode postalcode postcd plz postleitzahl codigopostal codepostal postnr postnummer postnumber postinumero eircode pincode iranyitoszam irsz cep kodpocztowy pocztowy zipcd zippostal postkode postzip psc pstl pstlz',
  ],
  ['postal-weak', 'pc cp cap pin post postale postalnumber'],
  [
    'ssn',
    'ssnumber ss2 ssnum2 socialsecuritynbr socsecnum ssan socialno socialnum socialnumber ssn ssno socialsecurity socialsecuritynumber socsec socsecno socialsec ssnum sosec soc ssnbr',
  ],
  ['itin', 'itin taxpayer tin taxid taxpayerid individualtaxpayer'],
  [
    'medical-number',
    'pasientnummer pasientnr pasientid pasientjournal patsiendinumber pacientkods pacientakods pacientokodas betegszam betegazonosito sjukraskrarnumer patientkod journalid patientennum krankenblattnummer karteinummer kartennummerpatient karteikarte karteikartennr karteikartennummer urno urnumber ur uhidno hn hnno nhi chinumber phn hcn healthcard healthno medicareno medicare casenote casenotes unitno unitnumber clinicno admissionno admno inpatientno ipno opno ptno ptnum patnum patnumber medrecnbr mrnbr mrno mrnum mrnumber mr recordno2 hospid hospitalid potilasnumero potilastunnus sygehusnummer numerpacjenta cislopacienta hastano dosyano protokolno utente2 idpaciente idpaziente idpatient patientnum numpatient numeropaciente ehrnumber emrno emrnumber patientkey2 medicalno medno mednum medicalid krankenaktenr krankenaktenummer hospnum chartid norekammedis rekammedis mrn medicalrecord medrec medicalrecordnumber medrecno medrecnum chartno chartnumber chartnum patientid patientno patientnumber patid ptid patno patnr patientnr hospitalno hospitalnumber hospno nhs nhsnumber nhsno patientennummer patientennr patientenid fallnummer krankenaktennummer aktenzeichen aktennummer historiaclinica nhc numdossier ipp cartellaclinica prontuario patientnummer patientnummer patientidentifier uhid emrid ehrid mpi empi journalnummer',
  ],
  [
    'patient',
    'pasient pasienten beteg patsient patientin emr ehr pacjenta pacjentow pacienta pacijenta pacijent potilas potilaan patsiendi paciento pacientu hastanin krankenakte akte hosp krankenhaus klinik ospedale inpatient outpatient patient pat pt patienten paciente paziente pacjent pacient medical med clinical chart hospital health dossier healthcare',
  ],
  [
    'card',
    'ccnbr cardnr cardno2 kreditkortnr kortnummer kortnr pagokort creditcardnum ccnumero numtarjeta numerotarjeta tarjetanum numcarte cartenum numerocarte nrkarty numerkarty cislokarty kartno kartnumarasi bankkaart cardacct kaardinumber zahlkarte card cards creditcard creditcardnumber ccnum ccno ccnumber cc cardno cardnumber cardnum debitcard debit pan kreditkarte kreditkartennummer kartennummer tarjeta carte cartebancaire cartao kaart kreditkort korttinumero karta kartya creditcardno paymentcard cardpan',
  ],
  ['iban', 'iban ibancode ibannr ibannumber'],
  [
    'bank',
    'routing bancaire bancaires bancario banka bankas bankovni pankki pank bank banks banking bankkonto checking savings deposit giro clabe bban rib bsb bankacct bankaccount banque banco banca bancaria bancario ach',
  ],
  [
    'account',
    'cta accnum acctnum2 ac dda nuban bankszamla bankszamlaszam cislouctu uctu ucty racun racuna konts saskaita saskaitos arvelduskonto tili tilino nrkonta numerkonta numkonta hesapno cuentabancaria numcuenta nocuenta rachunku norek norekening sotaikhoan taikhoan akaunti payoutaccount giro bankgiro plusgiro girokonto kto ktonr ktonummer account acct acc accountno accountnumber accountnum acctno acctnum acctnbr konto kontonummer kontonr cuenta compte conto conta rekening rekeningnummer rekeningnr kontonr rachunek ucet hesap szamlaszam tilinumero konta accnt numerocuenta numconta cbu accno bankaccountnumber',
  ],
  [
    'ip',
    'ipv ipadr ipadresse ipadres adresseip ipaddrs clientaddr srcaddr dstaddr dstip ip ipv4 ipv6 ipaddress ipaddr clientip remoteip srcip dstip sourceip hostip',
  ],
  [
    'url',
    'webadres webadresse hyperlink siteweb hjemmeside hemsida kotisivu stronawww sitioweb paginaweb landingpage shortlink bookmark referer referrer redirect avatar2 profilelink endpointurl www weblink url urls uri website web webpage homepage link links href site webseite internet blog linkedin facebook twitter instagram github portfolio sitio sito weburl permalink profileurl',
  ],
  [
    'mac',
    'ethaddr hwaddress physaddr physicaladdress wifimac macid wlanmac btaddr mac macaddress macaddr bssid hwaddr',
  ],
  [
    'hardware',
    'wlan lan ap station2 ethaddr physaddr bluetooth ble beacon interface2 iface ethernet wifi hardware device nic adapter',
  ],
  [
    'birth',
    'geburtsd gebtag naissanc sunniaeg sunnikuupaev sunnipaev sunni dzimsanasdatums dzimis gimimodata rodzenia rojstva rojen rodjen rodenja ditelindja ditelindje jaiotza jaioteguna genedigaeth breith faedingardagur faeddur fdag fodelsetid fodselstid natalicio natale dogumgunu dtn dtnascimento datanasc nascida nascido nasc2 birth_dt brthdt brthdate bthdate birthd bdt bd dobdate dateofb dtofbirth dob1 cumpleanos compleanno anniversaire urodziny narozeniny szuletesnap szuletett dilahirkan ngaythangnamsinh namsinh hbd dbirth lahir kelahiran tgllahir tanggallahir sinh ngaysinh kuzaliwa narodenia rodne fodelsedag fodelsedatum fodelse fodsels fodselsar geburts ne nee yob birthyear yearofbirth geburtsjahr dobirth bday2 natoil nacido nato fodelsear syntyma dob birth birthdate birthday birthdt born bday dateofbirth bdate geburtsdatum geburtstag geb gebdatum geburt gebdat nacimiento fechanacimiento fechanac fecnac fnac naissance datenaissance ddn datenaiss nascita datanascita nascimento datanascimento dtnasc geboortedatum geboorte gebdat fodselsdato fodselsdag fodselsdatum fodt fodd syntymaaika syntymapaiva dataurodzenia urodzenia urodzin narozeni datumnarozeni narodenia szuletesi szuletesidatum nasterii datanasterii dogum dogumtarihi rodjenja rozhdeniya datarozhdeniya gimimo dzimsanas nac nasc naiss',
  ],
  [
    'date',
    'date dt day datum fecha data dato pvm tarih tarihi year yr time timestamp datetime jahr annee ano anno',
  ],
  [
    'latitude',
    'breitengradwert breiddargrada latdd latwgs latitudgps laius platuma leveyspiiri leveysaste zemepisnasirka breedtegraad breddgrad bredde latt lat latitude latitud latitudine breitengrad breite lats geolat gpslat latdeg latdd decimallatitude szerokosc sirka enlem ycoord',
  ],
  [
    'longitude',
    'laengengrad laenge lengd londd lonwgs longi pikkus garuma pituuspiiri lengtegraad langdgrad lengde lngt longt lon lng long longitude longitud longitudine langengrad lange lons geolon geolng gpslon gpslong londeg londd decimallongitude dlugosc delka boylam xcoord',
  ],
  [
    'coordinates',
    'koord koordinaadid koordinatlar wgs wgs84 gpspos gpsposition gpscoord latlongs geoloc2 geocode geotag geotagged koordinatalar epsg coordonneesgps puntogps waypoint mappin coordinates coordinate coords coord latlon latlng latlong lonlat gps geo geolocation geopoint geom geometry location position koordinaten coordenadas coordonnees coordinate point wkt standort ubicacion koordinater',
  ],
  [
    'number',
    'codice codigo cod kode nro numer numara nummeret sayi id ids no nr num nbr number numbers nummer numero code key identifier ident idnumber n count cnt total qty quantity seq index idx hash uuid guid ref reference',
  ],
  [
    'thing',
    'product item sku article brand model make company business organization organisation org corp firm firma employer vendor supplier merchant retailer store shop brand manufacturer file filename document folder path host hostname server domain service app application project program programme campaign course class subject2 module event category categ type kind group segment status state2 stage level tier team club league department dept division unit branch school university college hospital clinic airport airline station ship vessel aircraft vehicle car engine species genus taxon common2 scientific animal plant breed drug medication medicine disease diagnosis procedure test lab study trial gene protein compound chemical ingredient food recipe dish menu restaurant hotel venue movie film song album track artist2 band book title publisher series show game channel genre color colour size language currency religion ethnicity race gender sex occupation job profession role position2 degree major skill industry sector market region zone area district county province territory continent country nation city town village municipality location2 place site2 landmark park river lake mountain sea ocean beach street2 building room floor holiday month weekday quarter season day2 artikel produkt marke hersteller abteilung beruf stadt ort land firma producto marca empresa ciudad pais departamento entreprise societe ville pays produit marque azienda prodotto citta paese cidade bedrijf stad merk yritys kaupunki miasto firma mesto mesto username login handle nick alias password token session device os browser agent2 platform version build package library function variable tag label topic keyword flag policy plan subscription order invoice transaction payment shipment carrier warehouse asset equipment machine sensor part component material fund stock ticker symbol exchange bill law case2 court station parkname landmark dog cat pet horse ship vessel star planet galaxy mineral crop variety cultivar bird fish insect tree flower organism host2',
  ],
  [
    'place',
    'city town state country county region province district suburb locality municipality stadt ort land bundesland ciudad pais provincia estado ville pays departement citta paese cidade stad plaats by stat kaupunki miasto kraj mesto place birthplace territory continent nationality',
  ],
  [
    'measure',
    'weight height length width age amount price cost value score rate ratio percent pct size count duration ms minutes hours speed distance temperature temp salary income balance limit order status type flag verified valid opt optin model brand os carrier plan bounce opened consent preference expiry exp cvv network memory hex wallet format version reason source change changed latency response',
  ],
  [
    'text',
    'anamnese anamnesis befund arztbrief verlauf notas nota obs observacion obsv beskrivning beskrivelse merknad kuvaus markus apraksts aprasymas aciklama notlar megjegyzes poznamky opis napomena catatan keterangan ghichu maelezo note2 txtbody bodytext subjectline answer response2 complaint reason2 summary2 reply correspondence letter log journal diary chat conversation dialogue opinion testimonial quote2 biography bio about motivation statement testimony report2 excerpt abstract2 note notes comment comments remark remarks description desc text message body memo narrative summary feedback review transcript free content details history bemerkung bemerkungen notiz kommentar beschreibung observaciones comentario comentarios descripcion remarque remarques commentaire note osservazioni observacoes opmerkingen uwagi poznamka',
  ],
  [
    'filler',
    'of and the de la le du der die das in for to is has del di da do my our home work business2 primary secondary main alternate alt billing shipping delivery current permanent old new other emergency personal private office electronic electronico electronique postale code line full residential registered physical value raw txt str2 col field2 column2 var src dst source target client remote public local wan lan login last2 first2 start end from at on',
  ],
  [
    'error',
    'error err accuracy precision std stdev offset delta bias tolerance resolution diff residual variance',
  ],
  ['x', 'x easting'],
  ['y', 'y northing'],
];

const concepts = new Map<string, Set<Concept>>();
for (const [concept, words] of LISTS) {
  for (const word of words.split(' ')) {
    if (/2$/.test(word) && word !== 'address2' && word !== 'addr2') continue;
    const known = concepts.get(word) ?? new Set<Concept>();
    known.add(concept);
    concepts.set(word, known);
  }
}

const NONE: ReadonlySet<Concept> = new Set();

/** What a folded token of a column's name speaks of. */
export function conceptsOf(token: string): ReadonlySet<Concept> {
  return concepts.get(token) ?? NONE;
}

/** All words that say something. */
export const HEADER_WORDS: readonly string[] = [...concepts.keys()];

export function isHeaderWord(token: string): boolean {
  return concepts.has(token);
}

/** Parts of names in scripts without capitals or in Cyrillic, Greek, Arabic, Hebrew and Indic letters. */
export const SCRIPT_HEADERS: readonly (readonly [RegExp, Concept])[] = [
  [
    /姓名|氏名|名前|お名前|名字|이름|성명|성함|имя|фамилия|фио|отчество|ім['’]?я|прізвище|име|ονομα|επωνυμο|الاسم|اسم|שם|नाम|ชื่อ|нэр/iu,
    'given',
  ],
  [
    /担当者|責任者|患者|顧客|お客様|社員|生徒|受取人|联系人|聯絡人|负责人|客户|员工|学生|收件人|담당자|고객|환자|직원|학생|수취인|контактное лицо|клиент|пациент|сотрудник|ответственный|получатель|заявитель|студент/iu,
    'person',
  ],
  [
    /邮箱|郵箱|电子邮件|電子郵件|メール|이메일|почта|эл\. ?почта|имейл|الإلكتروني|البريد|אימייל|दूतावास|ईमेल|อีเมล/iu,
    'email',
  ],
  [
    /电话|電話|手机|手機|携帯|전화|휴대|핸드폰|연락처|телефон|моб|τηλ|κινητο|هاتف|جوال|טלפון|फोन|फ़ोन|मोबाइल|โทร/iu,
    'phone',
  ],
  [/地址|住址|住所|주소|адрес|адреса|διευθυνση|العنوان|عنوان|כתובת|पता|ที่อยู่/iu, 'address'],
  [/邮编|邮政编码|郵遞區號|郵便番号|우편번호|индекс|ταχ.*κωδ|الرمز البريدي|מיקוד|पिन/iu, 'postal'],
  [/出生|生年月日|生日|생년월일|생일|рождения|народження|рождение|γεννησ|الميلاد|לידה|जन्म/iu, 'birth'],
  [
    /病历号|病歴番号|患者番号|患者id|차트번호|환자번호|история болезни|номер карты пациента/iu,
    'medical-number',
  ],
  [/银行账号|账号|帳號|口座番号|계좌번호|номер счета|номер счёта|расчетный счет|رقم الحساب/iu, 'account'],
  [/信用卡|カード番号|카드번호|номер карты/iu, 'card'],
  [/纬度|緯度|위도|широта/iu, 'latitude'],
  [/经度|經度|経度|경도|долгота/iu, 'longitude'],
  [/备注|備考|비고|примечание|комментарий|ملاحظات/iu, 'text'],
];
