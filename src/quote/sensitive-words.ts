/** Words of a language that turn a statement around, and its words for numbers (articles that also mean one left out). */
interface Words {
  negations: string;
  numbers: string;
}

const SCANDINAVIAN =
  'ikke ikkje ei nei nej inte ej icke inget ingen inga intet ingenting aldri aldrig uten uden utan';
const SCANDINAVIAN_NUMBERS =
  'null noll nul två tre fire fyra fem seks sex syv sju åtte åtta otte ni nio ti tio tjue tjugo tyve hundre hundra hundrede tusen tusind million millioner miljon miljoner milliard miljard halv halvt prosent procent';
const SOUTH_SLAVIC =
  'ne nije nisam nisi nismo nisu nema nemam nikad nikada niko nitko ništa bez ni niti ni nisem nikoli nihče nič brez не није нисам нема никад никада нико ништа без ни нити';
const SOUTH_SLAVIC_NUMBERS =
  'nula jedan dva dvije tri četiri štiri pet šest sedam sedem osam osem devet deset dvadeset dvajset sto tisuća hiljada tisoč milion milijun milijon pola pol нула један два три четири пет шест седам осам девет десет двадесет сто хиљада милион пола';

/** By primary language subtag. A wrong guess only costs an address its permanence, never the truth of a card. */
export const SENSITIVE_WORDS: Readonly<Record<string, Words>> = {
  en: {
    negations:
      'not no nor none never nothing nobody nowhere neither without hardly barely scarcely nope nah aint unless except',
    numbers:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half quarter third thirds twice thrice double triple percent',
  },
  de: {
    negations:
      'nicht nichts nein nee kein keine keinen keinem keiner keines nie niemals niemand niemanden nirgends nirgendwo weder noch ohne kaum',
    numbers:
      'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden billion billionen halb halbe hälfte drittel viertel doppelt prozent',
  },
  nl: {
    negations: 'niet niets nee geen nooit niemand nergens noch zonder nauwelijks',
    numbers:
      'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard half helft kwart procent',
  },
  da: { negations: SCANDINAVIAN, numbers: SCANDINAVIAN_NUMBERS },
  no: { negations: SCANDINAVIAN, numbers: SCANDINAVIAN_NUMBERS },
  nb: { negations: SCANDINAVIAN, numbers: SCANDINAVIAN_NUMBERS },
  nn: { negations: SCANDINAVIAN, numbers: SCANDINAVIAN_NUMBERS },
  sv: { negations: SCANDINAVIAN, numbers: SCANDINAVIAN_NUMBERS },
  is: {
    negations: 'ekki nei aldrei enginn engin ekkert engan né án hvorki',
    numbers:
      'núll einn tveir tvær tvö þrír þrjár þrjú fjórir fimm sex sjö átta níu tíu tuttugu hundrað þúsund milljón milljarður hálfur prósent',
  },
  fr: {
    negations: 'ne pas non jamais rien personne aucun aucune ni nul nulle sans guère nullement',
    numbers:
      'zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante huitante nonante cent cents mille million millions milliard milliards moitié demi tiers quart double triple pourcent',
  },
  es: {
    negations: 'no nunca jamás nada nadie ninguno ninguna ningún tampoco sin ni apenas',
    numbers:
      'cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones medio media mitad tercio cuarto doble triple',
  },
  pt: {
    negations: 'não nem nunca jamais nada ninguém nenhum nenhuma sem tampouco',
    numbers:
      'zero dois duas três quatro cinco seis sete oito nove dez onze doze treze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil milhão milhões bilhão bilhões meio meia metade dobro',
  },
  it: {
    negations: 'non no mai niente nulla nessuno nessuna nessun né senza neanche nemmeno neppure mica',
    numbers:
      'zero due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila milione milioni miliardo miliardi metà mezzo mezza doppio',
  },
  ca: {
    negations: 'no mai res cap ningú ni sense tampoc',
    numbers:
      'zero dos dues tres quatre cinc sis set vuit nou deu vint trenta quaranta cinquanta cent mil milió milions meitat mig',
  },
  ro: {
    negations: 'nu n nici nimic nimeni niciodată niciun nicio fără',
    numbers:
      'zero doi două trei patru cinci șase șapte opt nouă zece douăzeci sută sute mie mii milion milioane miliard miliarde jumătate',
  },
  pl: {
    negations: 'nie nigdy nic nikt nikogo żaden żadna żadne bez ani nigdzie',
    numbers:
      'zero jeden dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści sto dwieście tysiąc tysiące tysięcy milion miliony milionów miliard połowa pół procent',
  },
  cs: {
    negations:
      'ne není nejsem nejsi nejsou nebyl nebyla nebude nemá nemám nikdy nic nikdo žádný žádná žádné bez ani',
    numbers:
      'nula jeden dva dvě tři čtyři pět šest sedm osm devět deset dvacet třicet sto tisíc milion miliony milionů miliarda polovina půl procent',
  },
  sk: {
    negations: 'nie ne nikdy nič nikto žiadny žiadna žiadne bez ani nemá nemám nebol nebola nebude',
    numbers:
      'nula jeden dva dve tri štyri päť šesť sedem osem deväť desať dvadsať sto tisíc milión milióny miliónov miliarda polovica pol percent',
  },
  ru: {
    negations: 'не ни нет никогда ничего ничто никто никого никакой нигде нельзя без',
    numbers:
      'ноль один одна два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиардов половина полтора процент процентов',
  },
  uk: {
    negations: 'не ні ніколи нічого ніщо ніхто нікого немає нема без жоден жодна',
    numbers:
      'нуль один одна два дві три чотири п’ять шість сім вісім дев’ять десять двадцять сто тисяча тисяч мільйон мільйонів мільярд половина відсотків',
  },
  bg: {
    negations: 'не ни няма нямам никога нищо никой никого без нито',
    numbers:
      'нула един една два две три четири пет шест седем осем девет десет двадесет сто хиляда хиляди милион милиона милиард половина процента',
  },
  sr: { negations: SOUTH_SLAVIC, numbers: SOUTH_SLAVIC_NUMBERS },
  hr: { negations: SOUTH_SLAVIC, numbers: SOUTH_SLAVIC_NUMBERS },
  bs: { negations: SOUTH_SLAVIC, numbers: SOUTH_SLAVIC_NUMBERS },
  sl: { negations: SOUTH_SLAVIC, numbers: SOUTH_SLAVIC_NUMBERS },
  el: {
    negations: 'δεν δε μην μη όχι ποτέ τίποτα τίποτε κανείς κανένας καμία κανένα χωρίς ούτε',
    numbers:
      'μηδέν ένα δύο δυο τρία τρεις τέσσερα τέσσερις πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα είκοσι εκατό χίλια χιλιάδες εκατομμύριο εκατομμύρια μισό μισή',
  },
  fi: {
    negations: 'ei en et emme ette eivät eikä enkä älä älkää ilman koskaan mitään kukaan',
    numbers:
      'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat tuhatta miljoona miljoonaa miljardi puoli puolet prosenttia',
  },
  et: {
    negations: 'ei ära ärge mitte pole polnud iialgi kunagi miski keegi ilma',
    numbers:
      'null üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme sada tuhat miljon miljonit miljard pool protsenti',
  },
  hu: {
    negations: 'nem ne nincs nincsenek sincs soha sosem semmi senki sehol nélkül',
    numbers:
      'nulla egy kettő két három négy öt hat hét nyolc kilenc tíz húsz száz ezer millió milliárd fél százalék',
  },
  tr: {
    negations: 'değil yok hayır hiç asla hiçbir kimse ne',
    numbers:
      'sıfır iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar yarım yarısı',
  },
  lt: {
    negations: 'ne nėra niekada niekas nieko be nei',
    numbers:
      'nulis vienas du dvi trys keturi penki šeši septyni aštuoni devyni dešimt dvidešimt šimtas tūkstantis milijonas milijardas pusė',
  },
  lv: {
    negations: 'ne nē nav nekad nekas neko neviens bez',
    numbers:
      'nulle viens divi trīs četri pieci seši septiņi astoņi deviņi desmit divdesmit simts tūkstotis miljons miljards puse',
  },
  ga: {
    negations: 'ní níl nach ná nár níor cha gan riamh',
    numbers:
      'náid aon dó dhá trí ceathair ceithre cúig sé seacht ocht naoi deich fiche céad míle milliún billiún leath',
  },
  cy: {
    negations: 'ddim nid dim nad ni na heb neb byth erioed',
    numbers:
      'sero un dau dwy tri tair pedwar pump chwech saith wyth naw deg ugain cant mil miliwn biliwn hanner',
  },
  ar: {
    negations: 'لا لم لن ليس ليست ليسوا لست لسنا بدون غير أبدا أبداً ولا فلا بلا ولم فلم ولن وليس كلا ما',
    numbers:
      'صفر واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين مئة مائة ألف آلاف مليون ملايين مليار مليارات نصف',
  },
  he: {
    negations: 'לא אין אל בלי אף שום מעולם אינו אינה אינם ולא שלא ואין שאין איני כלום',
    numbers:
      'אפס אחד אחת שניים שתיים שני שתי שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה עשרים מאה אלף אלפים מיליון מיליארד חצי',
  },
  fa: {
    negations: 'نه نیست نیستم نیستند هیچ هرگز بدون هیچکس ندارم ندارد نبود',
    numbers: 'صفر یک دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه صد هزار میلیون میلیارد نیم نصف',
  },
  hi: {
    negations: 'नहीं मत न ना बिना कभी कोई',
    numbers: 'शून्य एक दो तीन चार पांच पाँच छह छः सात आठ नौ दस बीस पचास सौ हजार हज़ार लाख करोड़ आधा',
  },
  ko: {
    negations: '안 못 아니 아니요 아뇨 절대',
    numbers: '영 공 하나 한 둘 두 셋 세 넷 네 다섯 여섯 일곱 여덟 아홉 열 스물 백 천 만 억 조 절반 반',
  },
};

/** Where a language builds its negation into the word. */
export const NEGATED_FORMS: Readonly<Record<string, RegExp>> = {
  ko: /않|없|못하|못해|아니|아닙|아닌/u,
  tr: /m[ıiuü]yor|m[ae]z|m[ae]d[ıi]|m[ae]m|s[ıiuü]z$/u,
  fa: /^نمی/u,
  cs: /^ne\p{L}{3}/u,
  sk: /^ne\p{L}{3}/u,
  fi: /tt[aä]$/u,
};
