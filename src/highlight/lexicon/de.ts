import { anywhere, atStart, setOf, type Lexicon } from './model.ts';

export const de = (): Lexicon => ({
  stop: setOf(`aber alle als also am an auch auf aus bei bin bis da damit dann das dass dein dem den denn der des die dies
    diese dieser dieses doch dort du durch ein eine einem einen einer eines einfach er es etwas euch für ganz gar gibt habe
    haben hat hatte hier ich ihm ihn ihr im immer in ins ist ja jetzt kann kein keine können mal man mehr mein mich mir mit
    muss nach natürlich nicht noch nun nur ob oder ohne schon sehr sein sich sie sind so über um und uns unser unter viel vom
    von vor war waren was weil weiter wenn wer werden wie wieder wir wird wo würde zu zum zur`),
  pointing: setOf(
    'es das dies diese dieser dieses jene er sie ihm ihn ihr ihnen deren dessen dafür dabei damit daran da der die',
  ),
  leaning: anywhere(
    '(?:davon|daran|darüber|dafür|dagegen|damit|darauf|dazu|darum)(?=[.,;:?!—–]|$)|(?:das|es|die)(?=[.;:?!]|$)|auch(?=[.!]|$)|deswegen|in diesem sinne|der andere|das andere|das gleiche|so (?:etwas|eine sache)|sie (?:hat|haben|war|waren|sagt|sagte)',
  ),
  linking: setOf(
    'und also weil denn oder dann deshalb deswegen darum daher außerdem sondern obwohl sodass wobei als',
  ),
  leadIn:
    /^["“”„'(]*(?:(?:ich (?:glaube|denke|finde|meine|würde sagen)(?:,? dass)?|weißt du|naja|na ja|tja|ja|nein|also|genau|ehrlich gesagt|im grunde|eigentlich|natürlich|schau|äh|ähm|okay|gut|nun|und)(?:[,—–…-]+ ?| |$))+/u,
  stumbling: atStart('ähm?|öhm?|naja|na ja|tja|ja|genau|ok|okay|ich mein(?:e)?|weißt du|also(?=,)|halt'),
  empty:
    /^(?:es (?:gibt|ist (?:sehr |so |nicht )?(?:schwer|leicht|wichtig|möglich|unmöglich|besser|zeit)|geht|braucht|dauert)|das (?:ist der|wichtigste|problem|beste|schlimmste|leben|internet|\p{L}{4,} (?:ist|hat|war))|die \p{L}{4,}|der \p{L}{4,}|diese[rs]? \p{L}{4,})/u,
  filler: anywhere(
    'äh|ähm|sozusagen|quasi|irgendwie|halt|oder so|und so weiter|keine ahnung|weißt du|sag ich mal',
  ),
  falseStart: anywhere('(?:ich|wir|er|der|die|das|ein|eine|mein|meine|wenn|dass)(?=,)'),
  contrast: anywhere(
    'nicht nur|sondern|aber|statt|anstatt|während|obwohl|dennoch|trotzdem|jedoch|mehr als|weniger als|einerseits|andererseits|im gegensatz',
  ),
  number: anywhere(
    '\\p{Nd}[\\p{Nd}.,]*|prozent|hundert|tausende?|millionen?|milliarden?|hälfte|doppelt|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig',
  ),
  person: anywhere('ich|mir|mich|meine?[rnms]?|wir|uns|unsere?[rnms]?|du|dich|dir|deine?[rnms]?|ihr|euch'),
  strong: anywhere(
    '\\p{L}{3,}st(?:e|en|er|es)|nie|niemals|immer|jeder|alles|niemand|nichts|nur|einzige[rns]?|völlig|absolut|riesig\\p{L}*|unmöglich|ganze[rns]?|komplett|unglaublich',
  ),
  stance: anywhere(
    'muss|müssen|soll|sollte|sollten|wird|werden|wichtig|entscheidend|problem|grund|ziel|wahrheit|prinzip|lösung|weil|bedeutet|hoffe|fürchte|liebe|glaube|überzeugt|will|wollen',
  ),
  chatter: anywhere(
    'danke|vielen dank|willkommen|schön,? dass (?:du|sie|ihr)|hallo|guten (?:tag|morgen|abend)|letzte frage|mein gast|diese folge|dieser folge|podcast|gute frage|lass uns|kommen wir',
  ),
  sponsor: anywhere(
    'sponsor\\p{L}*|werbung|rabatt\\p{L}*|gutschein\\p{L}*|präsentiert von|unterstützt von|abonnier\\p{L}*|newsletter|shownotes|link in|kostenlos testen|\\p{L}+\\.(?:de|com|net|org)',
  ),
  asking: anywhere(
    '(?:was|wie|warum|wieso|wer|wo|wann|welche[rsn]?)|(?:glauben|denken|haben|sind|würden|können) sie|(?:glaubst|denkst|hast|bist|würdest|kannst) du',
  ),
  negation: anywhere('nicht|nichts|kein\\p{L}*|nie|niemals|niemand|weder|ohne|kaum'),
  condition: anywhere('wenn|falls|sofern|außer|es sei denn|vorausgesetzt|angenommen|solange|sonst|ansonsten'),
  attribution: anywhere(
    '(?:sie|viele|manche|leute|er|kritiker|andere|man|experten) (?:sagen|sagt|sagte|sagten|meinen|meint|meinte|behaupten|behauptet|glauben|glaubt|denken|denkt)|laut|angeblich|heißt es|es heißt',
  ),
  answer: atStart(
    'ja|nein|doch|genau|vielleicht|natürlich|klar|auf keinen fall|absolut|richtig|stimmt|kommt darauf an|weil|eher nicht|wahrscheinlich',
  ),
  turning: atStart(
    'aber|jedoch|doch|allerdings|trotzdem|dennoch|andererseits|stattdessen|sondern|obwohl|dagegen',
  ),
  denial: atStart(
    'nein|das (?:stimmt|ist) (?:nicht|falsch)|falsch|unsinn|im gegenteil|aber das (?:stimmt|ist) nicht|das glaube ich nicht',
  ),
  reporting: atStart(
    '(?:sie|viele|manche|einige|kritiker|die leute|alle) (?:sagen|behaupten|meinen|glauben|finden)|es heißt|angeblich',
  ),
  supposing: atStart('angenommen|stell dir vor|stellen sie sich vor|nehmen wir an|sagen wir|was wäre,? wenn'),
  sides: anywhere('aber|sondern|obwohl|jedoch|statt|anstatt|nicht nur|einerseits|andererseits|während|trotz'),
  following: atStart('(?:und |aber )?(?:dann|in (?:diesem|dem) fall|sonst|ansonsten|wenn ja|wenn nicht)'),
  sequel: atStart('(?:und |also )?dann'),
  limiting: atStart('es sei denn|außer|sofern|vorausgesetzt|aber nur|nur wenn|solange'),
  stem: (word) =>
    word.length > 5 ? word.replace(/(?:ungen|ung|lich|isch|erin|ern|en|em|er|es|e|n|s)$/u, '') : word,
});
