import { anywhere, atStart, setOf, type Lexicon } from './model.ts';

export const es = (): Lexicon => ({
  stop: setOf(`a al algo ahora así aunque bien cada como con cosa cosas cual cuando de del desde donde dos el él ella ellos en
    entonces era eran eres es esa esas ese eso esos esta está están estar este esto estos fue ha hace hacer hacia han hasta
    hay he la las le les lo los más me mi mis mucho muy nada ni no nos nosotros nuestra nuestro o otra otro para pero poco
    por porque pues que qué quien se sea ser si sí sin sino sobre son soy su sus también tan te tener tengo ti tiene todo
    todos tu tus un una uno unos usted va vamos ver y ya yo`),
  pointing: setOf(
    'eso esto esa ese esos esas este esta estos estas él ella ellos ellas aquello aquel lo le les ahí',
  ),
  leaning: anywhere(
    '(?:de|con|por|para|en|sobre|a) (?:eso|esto|ello|ellos|ellas)(?=[.,;:?!—–]|$)|también(?=[.!]|$)|lo mismo|el otro|la otra|por eso|aquello|(?:él|ella|ellos|ellas) (?:dij\\p{L}+|dic\\p{L}+|era|eran|fue|fueron)',
  ),
  linking: setOf('y e entonces porque o pues luego además así también aunque como'),
  leadIn:
    /^["“”«'(¿¡]*(?:(?:yo )?(?:creo|pienso|diría|supongo|considero)(?: que)?|bueno|pues|mira|sabes|sí|no|o sea|la verdad|en realidad|básicamente|claro|digamos|entonces|y|eh|a ver)(?:[,—–…-]+ ?| |$)(?:(?:bueno|pues|mira|yo creo que|creo que)(?:[,—–…-]+ ?| ))*/u,
  stumbling: atStart('eh|este(?=,)|bueno|pues|o sea|sí|vale|ok|mira(?=,)|sabes|a ver'),
  empty:
    /^(?:est[ea]s? \p{L}{4,}|es[ea]s? \p{L}{4,}|esto es (?:un|una|lo|el|la) |lo (?:que|más|mejor|peor|importante|único) )/u,
  filler: anywhere('eh|este\\.\\.\\.|o sea|como que|no sé|y eso|digamos|o algo así|¿sabes\\?|¿no\\?'),
  falseStart: anywhere('(?:yo|nosotros|el|la|los|las|un|una|mi|que)(?=,)'),
  contrast: anywhere(
    'pero|sino|no solo|no sólo|en lugar de|en vez de|mientras que|aunque|sin embargo|a pesar|más que|menos que|por un lado|al contrario',
  ),
  number: anywhere(
    '\\p{Nd}[\\p{Nd}.,]*|por ciento|cien|cientos|mil|miles|millón|millones|mitad|doble|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte',
  ),
  person: anywhere(
    'yo|me|mí|mis?|conmigo|nosotros|nos|nuestr[oa]s?|tú|te|ti|tus?|usted|ustedes|creo|quiero|tengo|soy|somos|tenemos|queremos|hemos|he',
  ),
  strong: anywhere(
    'el más|la más|lo más|los más|las más|nunca|jamás|siempre|tod[oa]s?|nadie|nada|únic[oa]s?|sol[oa]|mejor|peor|enorme|imposible|completamente|absolutamente|increíble',
  ),
  stance: anywhere(
    'debe|deben|debemos|debería|hay que|tiene que|tenemos que|va a|van a|será|importante|problema|razón|objetivo|verdad|principio|clave|porque|significa|espero|miedo|amo|convencid[oa]|quiero|queremos',
  ),
  chatter: anywhere(
    'gracias|bienvenid[oa]s?|hola|buenos días|buenas (?:tardes|noches)|encantad[oa]|última pregunta|mi invitad[oa]|este episodio|podcast|buena pregunta|hablemos|volviendo a',
  ),
  sponsor: anywhere(
    'patrocin\\p{L}*|código promocional|descuento|cupón|suscríb\\p{L}*|newsletter|enlace en|prueba gratuita|\\p{L}+\\.(?:es|com|net|org|mx)',
  ),
  asking: anywhere(
    'qué|cómo|por qué|cuándo|dónde|cuál(?:es)?|quién(?:es)?|cuánt[oa]s?|crees|piensas|has|eres',
  ),
  negation: anywhere('no|nunca|jamás|nada|nadie|ningún|ninguna|ninguno|sin|tampoco|ni'),
  condition: anywhere(
    'si|a menos que|siempre que|con tal|salvo|excepto|suponiendo|en caso|de lo contrario|mientras',
  ),
  attribution: anywhere(
    '(?:ellos|algunos|muchos|la gente|él|ella|los críticos|todos|me|nos) (?:dicen|dice|dijo|dijeron|piensan|piensa|creen|cree|afirman|afirma|sostienen)|según|dicen que|supuestamente',
  ),
  answer: atStart(
    'sí|no|claro|exacto|exactamente|quizás?|tal vez|por supuesto|para nada|probablemente|nunca|depende|porque|correcto',
  ),
  turning: atStart(
    'pero|sin embargo|no obstante|en cambio|al contrario|sino|aunque|ahora bien|por el contrario',
  ),
  denial: atStart(
    'no|eso (?:no|es falso)|es falso|mentira|al contrario|pero (?:no|eso no)|no (?:creo|estoy de acuerdo)',
  ),
  reporting: atStart(
    '(?:ellos|algunos|muchos|la gente|los críticos|todos) (?:dicen|dice|afirman|piensan|piensa|creen|cree)|dicen que|se dice',
  ),
  supposing: atStart('imagina|imagínate|imaginemos|supongamos|digamos|pongamos|y si|qué pasaría si'),
  sides: anywhere('pero|sino|aunque|sin embargo|en lugar de|en vez de|no solo|no sólo|mientras que|a pesar'),
  following: atStart('(?:y |pero )?(?:entonces|en (?:ese|este|tal) caso|si no|de lo contrario|si es así)'),
  sequel: atStart('(?:y )?entonces'),
  limiting: atStart('a menos|salvo|excepto|siempre que|siempre y cuando|con tal|pero solo|solo si|mientras'),
  stem: (word) =>
    word.length > 5
      ? word.replace(
          /(?:amientos?|imientos?|aciones|ación|idades|idad|mente|ando|iendo|ados?|adas?|ar|er|ir|os|as|es|o|a|e|s)$/u,
          '',
        )
      : word,
});
