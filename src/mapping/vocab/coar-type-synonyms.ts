/**
 * What sources write for a COAR resource type, by the type's English label. Folded before comparison
 * (`foldTerm`), so case, accents, blanks and punctuation do not matter here.
 *
 * Sources: labels of COAR Resource Types 3.1 in other languages (CC BY 4.0); DRIVER and OpenAIRE 3.0 terms;
 * DINI's list of document types (`doc-type:…`, 2010); the eprint type vocabulary (`http://purl.org/eprint/type/…`);
 * the item types of EPrints 3.4, DSpace (the default input forms) and OJS; JPCOAR 2.0; library usage.
 *
 * Left out on purpose: the generic terms text, image, sound, still and moving image, interactive resource (they
 * are DCMI types), and words that name different things on different platforms.
 */
export const COAR_TYPE_SYNONYMS: Readonly<Record<string, string>> = {
  annotation: 'anotación|anotação|примечание|Anmerkung|anotacija|анотација',
  bibliography:
    'bibliografía|bibliografia|bibliographie|Bibliografie|библиография|bibliografija|библиографија|bibliográfia',
  'blog post': 'blogpost|weblog post|Blogbeitrag',
  book: 'books|monograph|livre|ouvrage|libro|livro|llibre|Buch|Monographie|monografía|monografia|monografie|boek|bok|bog|kirja|knjiga|књига|książka|kniha|книга|монография|monografija|монографија|könyv|kitap|书|図書|단행본|كتاب|βιβλίο|carte|raamat|knyga|grāmata|leabhar',
  'book part':
    'book chapter|chapter|book section|part of book|book item|chapter in book|part of book or chapter of book|bookPart|in book|incollection|inbook|Buchkapitel|Buchabschnitt|Kapitel|Buchteil|Teil eines Buches|Teil oder Kapitel eines Buches|Beitrag in Sammelwerk|Sammelwerksbeitrag|chapitre|chapitre de livre|chapitre d’ouvrage|partie de livre|capítulo|capítulo de libro|parte de libro|capítulo de livro|parte de livro|capitolo|capitolo di libro|contributo in volume|part de llibre|capítol de llibre|hoofdstuk|boekdeel|bokkapittel|bokkapitel|kapitel i bok|bogkapitel|kirjan osa|poglavlje|poglavlje u knjizi|поглавље|поглавље у књизи|deo knjige|део књиге|rozdział|rozdział w książce|kapitola|kapitola v knize|časť knihy|глава|глава книги|раздел книги|könyvfejezet|kitap bölümü|章节|κεφάλαιο βιβλίου|capitol de carte',
  commentary: 'comentario|comentário|Kommentar|komentar|коментар|commentaire|комментарий',
  'conference output':
    'conference object|conference item|conference or workshop item|conference contribution|conferenceObject|Konferenzveröffentlichung|contribución a congreso|documento de conferencia|objeto de conferencia|documento de conferência|contribution à une conférence|contributo a congresso|contributo a convegno|contribució a congrés|материалы конференции|konferencijski prilog|saopštenje sa skupa',
  'conference paper':
    'proceedings paper|paper in proceedings|article in proceedings|inproceedings|conference article|Konferenzbeitrag|Tagungsbeitrag|Konferenzpaper|communication dans un congrès|article dans une conférence|actes de colloque communication|comunicación de congreso|ponencia de congreso|artigo de conferência|comunicação em conferência|trabalho apresentado em evento|comunicazione a congresso|comunicació de congrés|conferentiebijdrage|konferansepaper|konferensbidrag|konferencebidrag|konferenssiartikkeli|rad sa konferencije|rad u zborniku|saopštenje sa skupa štampano u celini|саопштење са скупа|рад у зборнику|referat konferencyjny|příspěvek ve sborníku|статья для конференции|доклад на конференции|konferencia-előadás|bildiri|会议论文|会議発表論文',
  'conference poster':
    'poster|posters|Konferenzposter|póster|póster de congreso|poster in congresso|poster dans une conférence|постер|постер конференции|plakat|会议海报',
  'conference presentation':
    'conference talk|conference lecture|slides|slideshow|Präsentation|Konferenzvortrag',
  'conference proceedings':
    'proceedings|proceeding|Tagungsband|Konferenzband|actes de conférence|actes de congrès|actes de colloque|actas de congreso|atas de conferência|anais de evento|atti di congresso|atti di convegno|actes de congrés|zbornik radova|зборник радова|zbornik|зборник|sborník|materiały konferencyjne|сборник материалов конференции|会议论文集',
  lecture:
    'Vorlesung|Vortrag|cours magistral|conferencia|palestra|lezione|ponència|lezing|predavanje|предавање|wykład|přednáška|лекция|előadás|ders|讲座',
  letter: 'Brief|lettre|carta|lettera|pismo|писмо|письмо|list|levél|mektup|dopis',
  manuscript:
    'manuscripts|Handschrift|Manuskript|manuscrit|manuscrito|manoscritto|rukopis|рукопис|рукопись|rękopis|kézirat|el yazması',
  'musical notation':
    'musical score|score|sheet music|notated music|music score|Noten|Musiknoten|Partitur|partition|partitura|spartito|notni zapis|нотни запис|ноты',
  'peer review': 'referee report|peer-review report|Gutachten',
  periodical:
    'Periodikum|périodique|publicación periódica|publicação periódica|publicació en sèrie|periodik|периодика|периодическое издание|serial publication',
  journal:
    'journals|journal issue|serial|series journal|issue|Zeitschrift|Zeitschriftenheft|Fachzeitschrift|revue|revista|rivista|tijdschrift|tidsskrift|tidskrift|aikakauslehti|časopis|часопис|czasopismo|журнал|folyóirat|dergi|学术期刊|雑誌|περιοδικό',
  'contribution to journal':
    'contributionToPeriodical|contribution to periodical|periodical part|Zeitschriftenbeitrag|contribution à un journal|contribución a revista|contributo em revista|contributo in rivista|вклад в журнал',
  'journal article':
    'article|articles|journal articles|journal paper|article in journal|Journal (Paginated)|Journal (On-line/Unpaginated)|article, scholarly/refereed, author accepted manuscript|article journal|peer-reviewed article|original article|departmental bulletin paper|scholarly article|academic article|articles from journals|Artikel|Zeitschriftenartikel|Zeitschriftenaufsatz|Aufsatz|Wissenschaftlicher Artikel|Beitrag in Zeitschrift|article de revue|article de périodique|artículo|artículo de revista|artículo revisado por pares|artigo|artigo de revista|artigo de periódico|artigo avaliado pelos pares|articolo|articolo in rivista|article de revista|tijdschriftartikel|tidsskriftartikel|tidskriftsartikel|artikkel|artikkeli|lehtiartikkeli|članak|članak u časopisu|чланак|чланак у часопису|članek|artykuł|artykuł w czasopiśmie|článek|článek v časopise|článok|статья|журнальная статья|статия|стаття|cikk|folyóiratcikk|tanulmány|makale|dergi makalesi|articol|άρθρο|άρθρο σε περιοδικό|学术论文|期刊论文|期刊文章|学術雑誌論文|論文|مقالة|مقاله|straipsnis|artikkel ajakirjas|raksts',
  corrigendum:
    'corrigenda|erratum|errata|correction|Berichtigung|ispravka|исправка|fe de erratas|errata corrige',
  'data paper': 'data article|data descriptor|artículo de datos|artigo de dados|数据文章|データ論文',
  'research article':
    'original research article|research articles|original research|original scientific paper|original scientific article|izvorni naučni rad|изворни научни рад|originalni naučni rad|оригинални научни рад|originalni naučni članak|izvorni znanstveni rad|izvorni znanstveni članak|izvirni znanstveni članek|Forschungsartikel|Originalarbeit|article de recherche|artículo de investigación|artículo original|artigo de pesquisa|artigo original|artigo de investigação|articolo di ricerca|научная статья|оригинальная статья|artykuł oryginalny|artykuł naukowy|araştırma makalesi|研究论文',
  'review article':
    'review paper|literature review|literature review article|review articles|scientific review article|Übersichtsartikel|Übersichtsarbeit|Reviewartikel|article de synthèse|article de revue de littérature|artículo de revisión|artigo de revisão|articolo di rassegna|pregledni rad|прегледни рад|pregledni naučni rad|прегледни научни рад|pregledni članak|прегледни чланак|pregledni znanstveni rad|pregledni znanstveni članek|artykuł przeglądowy|přehledový článek|обзорная статья|обзор|derleme|derleme makalesi|综述',
  'software paper': 'software article',
  editorial:
    'editorials|éditorial|editorial de revista|editoriale|uvodnik|уводник|uvodna reč|уводна реч|редакционная статья|wstęp redakcyjny|社论|Leitartikel',
  'letter to the editor':
    'letters to the editor|letters to editor|Leserbrief|lettre à l’éditeur|carta al editor|carta al director|carta ao editor|lettera al direttore|pismo uredniku|писмо уреднику|письмо редактору|读者来信|editöre mektup',
  magazine: 'magazines|Magazin|revista de divulgación',
  newspaper:
    'newspapers|Zeitung|journal quotidien|jornal|giornale|quotidiano|krant|avis|dagstidning|sanomalehti|novine|новине|gazeta|noviny|газета|újság|gazete|新闻报纸|新聞|εφημερίδα',
  'newspaper article':
    'article in newspaper|Zeitungsartikel|article de journal|artículo de periódico|artigo de jornal|articolo di giornale|novinski članak|новински чланак|газетная статья|krantenartikel',
  preprint:
    'pre-print|preprints|e-print|eprint|prépublication|pre-publicación|prepublicación|artículo preliminar|pré-publicação|articolo preliminare|препринт|preprint članka|预印本|プレプリント',
  report:
    'reports|Bericht|rapport|informe|reporte|relatório|rapporto|relazione|raportti|izveštaj|извештај|izvještaj|poročilo|raport|zpráva|správa|отчёт|отчет|jelentés|rapor|报告|報告書|έκθεση',
  'data management plan':
    'dmp|output management plan|Datenmanagementplan|plan de gestion de données|plan de gestión de datos',
  'internal report': 'Interner Bericht',
  memorandum: 'memo|memoranda',
  'project deliverable': 'deliverable|project report|Projektbericht',
  'policy report': 'policy brief|policy paper|policy document',
  'report part': 'reportPart|part of report|Teilbericht|chapitre de rapport|capítulo de relatório',
  'report to funding agency': 'external research report',
  'research report':
    'Forschungsbericht|rapport de recherche|informe de investigación|relatório de pesquisa|relatório de investigação|rapporto di ricerca|istraživački izveštaj|отчет о нир',
  'technical report':
    'technical reports|tech report|techreport|Technischer Bericht|rapport technique|informe técnico|reporte técnico|relatório técnico|rapporto tecnico|tehnički izveštaj|технички извештај|raport techniczny|technická zpráva|технический отчет',
  'research proposal':
    'proposal|grant proposal|Forschungsantrag|Exposé|proyecto de investigación|projeto de pesquisa|proposta de investigação|projet de recherche|proposta di progetto',
  'research protocol': 'protocol|study protocol|protocole de recherche|Forschungsprotokoll',
  review:
    'reviews|Rezension|recension|compte rendu|critique|reseña|ressenya|recensão|recensione|recensie|anmeldelse|recenzja|recenze|recenzija|рецензија|рецензия|ismertetés|inceleme|评论|resenha',
  'book review':
    'book reviews|review of book|Buchbesprechung|Buchrezension|compte rendu de lecture|compte rendu de livre|note de lecture|reseña de libro|reseña bibliográfica|recensão de livro|resenha de livro|recensione di libro|boekbespreking|boekrecensie|bokanmeldelse|prikaz knjige|приказ књиге|prikaz|приказ|osvrt|осврт|recenzja książki|recenze knihy|рецензия на книгу|könyvismertetés|könyvkritika|kitap incelemesi|kitap tanıtımı|书评',
  'technical documentation':
    'manual|documentation|user guide|Technische Dokumentation|manuel technique|documentación técnica|documentação técnica|documentazione tecnica|техническая документация|tehnička dokumentacija',
  thesis:
    'theses|thesis or dissertation|thesis dissertation|electronic thesis or dissertation|etd|studentThesis|student thesis|study thesis|Hochschulschrift|Abschlussarbeit|Studienarbeit|thèse|tesis|tese|tesi|thesis dissertation etd|scriptie|oppgave|teza|теза|диссертация|praca dyplomowa|szakdolgozat|tez|学位论文|学位論文|závěrečná práce',
  'bachelor thesis':
    'bachelorThesis|bachelor’s thesis|bachelors thesis|undergraduate thesis|honours thesis|honors thesis|Bachelorarbeit|Bachelor-Arbeit|mémoire de licence|trabajo fin de grado|trabajo de fin de grado|tesis de grado|tesis de licenciatura|trabalho de conclusão de curso|tesi di laurea triennale|bacheloroppgave|kandidatuppsats|kandidatexamensarbete|bachelorscriptie|završni rad|завршни рад|diplomsko delo bachelor|praca licencjacka|bakalářská práce|bakalárska práca|бакалаврская работа|выпускная квалификационная работа бакалавра|lisans tezi|学士学位论文',
  'doctoral thesis':
    'doctoralThesis|phd thesis|phdthesis|ph.d. thesis|thesis phd|thesis ph.d.|phd|doctoral dissertation|doctoral|thesis doctoral|Dissertation Promotion|Doktorarbeit|Doktorschrift|Promotionsschrift|thèse de doctorat|tesis doctoral|tesis de doctorado|tese de doutorado|tese de doutoramento|tesi di dottorato|tesi doctoral|proefschrift|doktoravhandling|doktorsavhandling|doktorgradsavhandling|ph.d.-afhandling|väitöskirja|doktorska disertacija|докторска дисертација|doktorska teza|rozprawa doktorska|praca doktorska|disertační práce|dizertační práce|doktorská práce|dizertačná práca|докторская диссертация|кандидатская диссертация|докторська дисертація|дисертация|doktori disszertáció|doktori értekezés|phd értekezés|doktora tezi|teză de doctorat|διδακτορική διατριβή|博士学位论文|博士論文',
  'master thesis':
    'masterThesis|master’s thesis|masters thesis|mastersthesis|thesis masters|thesis master|msc thesis|ma thesis|Masterarbeit|Magisterarbeit|mémoire de master|trabajo fin de máster|trabajo de fin de máster|tesis de maestría|tesis de máster|dissertação de mestrado|tesi di laurea magistrale|tesi di master|masterscriptie|masteroppgave|masteruppsats|kandidatspeciale|pro gradu|pro gradu -tutkielma|master rad|мастер рад|magistarski rad|magistarska teza|магистарска теза|магистарски рад|diplomski rad master|magistrsko delo|praca magisterska|diplomová práce|diplomová práca|магистерская диссертация|магістерська робота|yüksek lisans tezi|lucrare de disertație|μεταπτυχιακή εργασία|硕士学位论文|修士論文',
  'working paper':
    'working papers|discussion paper|discussion papers|workingPaper|Arbeitspapier|Diskussionspapier|document de travail|documento de trabajo|documento de trabalho|texto para discussão|documento di lavoro|werkdocument|arbeidsnotat|radni dokument|radni materijal|рабочий документ|materiał roboczy|pracovní dokument|çalışma kağıdı',
  patent: 'patents|Patentschrift|brevet|patente|brevetto|octrooi|патент|szabadalom|专利|特許',
  'cartographic material':
    'cartographic|cartographic resource|kartographisches Material|matériel cartographique|material cartográfico|kartografska građa',
  map: 'maps|Karte|Landkarte|carte géographique|mapa|mappa|carta geografica|kaart|kart|karta|kort|kartta|географска карта|harita|地图|地図|χάρτης|térkép|карта',
  dataset:
    'datasets|data set|data|research data|Forschungsdaten|Datensatz|Datensammlung|jeu de données|conjunto de datos|conjunto de dados|insieme di dati|conjunt de dades|gegevensset|datasett|datamängd|datasæt|tietoaineisto|skup podataka|скуп података|zbiór danych|dane badawcze|soubor dat|datová sada|набор данных|adathalmaz|veri seti|数据集|データセット|σύνολο δεδομένων',
  'survey data': 'Umfragedaten|datos de encuesta',
  interview:
    'interviews|entretien|entrevista|intervista|intervju|интервју|wywiad|rozhovor|интервью|röportaj|采访',
  video:
    'videos|video recording|videorecording|film|vidéo|vídeo|filmato|видео|视频|動画|Videoaufzeichnung|movie',
  website:
    'web site|web page|webpage|Webseite|Website|site web|sitio web|sítio web|sito web|veb sajt|веб сајт|веб-сайт|网站',
  'learning object':
    'teaching resource|learning material|teaching material|course material|lesson plan|educational resource|open educational resource|oer|Lehrmaterial|Lernobjekt|Lernmaterial|ressource pédagogique|objeto de aprendizaje|objeto de aprendizagem|materiale didattico|nastavni materijal|наставни материјал|materiały dydaktyczne',
  software:
    'computer program|computer software|Computerprogramm|logiciel|programa informático|programari|programma|softver|софтвер|oprogramowanie|программное обеспечение|programska oprema|szoftver|yazılım|软件|ソフトウェア',
  'source code': 'Quellcode|code source|código fuente|código-fonte',
  'musical composition':
    'composition|music composition|Musikkomposition|composition musicale|composición musical|kompozicija',
  workflow: 'flujo de trabajo|fluxo de trabalho|工作流程',
};

/** Types of the registries whose word means something narrower or wider than the English label alone would. */
export const EUREPO_INPUT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    conferenceitem: 'conference output',
    conferenceitemnotinproceedings: 'conference output',
    contributiontoperiodical: 'contribution to journal',
    studentthesis: 'thesis',
    audiovisual: 'video',
    periodicalissue: 'journal',
  }),
);
