import { anywhere, atStart, setOf, type Lexicon } from './model.ts';

export const fr = (): Lexicon => ({
  stop: setOf(`a ai alors après as au aussi autre aux avec avez avoir avons bien c'est ça car ce cela ces cet cette ceux chez
    comme d dans de depuis des deux dire dit donc du elle elles en encore est et était été être eu fait faire il ils je j'ai
    l la là le les leur leurs lui ma mais me même mes moi mon ne nos notre nous on ont ou où par parce pas peu peut plus pour
    pourquoi qu quand que quel quelle qui quoi sa sans se ses si soi son sont sur ta te tes toi ton tous tout toute très tu
    un une va vais vos votre vous y voilà vraiment juste`),
  pointing: setOf("ça cela ce c'est c'était il elle ils elles celui celle ceux lui leur ces cette y en là"),
  leaning: anywhere(
    "(?:de|avec|pour|par|dans|sur|à) (?:ça|cela|ceci|eux|elles)(?=[.,;:?!—–]|$)|aussi(?=[.!]|$)|la même chose|l'autre|pour ça|(?:ils|elles) (?:disent|étaient|sont|ont|avaient)",
  ),
  linking: setOf('et donc parce car ou puis alors ensuite aussi sinon bien ainsi lorsque'),
  leadIn:
    /^["“”«'(]*(?: ?(?:je (?:pense|crois|trouve|dirais)(?: que| qu')?|tu sais|vous savez|bon|ben|bah|eh bien|enfin|oui|non|voilà|en fait|du coup|franchement|honnêtement|alors|et|écoutez|euh)(?:[,—–…-]+ ?| |$))+/u,
  stumbling: atStart('euh|ben|bah|hein|ouais|oui|bon|ok|enfin(?=,)|du coup|voilà|tu sais|vous savez|eh bien'),
  empty:
    /^(?:il (?:y a|faut|est (?:très |plus )?(?:difficile|facile|important|possible|impossible|temps)|s'agit|suffit)|c'est (?:le|la|les|un|une|à|dans|en) |ce (?:qui|que|qu'on|n'est pas|monde|pays|métier) |cette \p{L}{4,}|ces \p{L}{4,})/u,
  filler: anywhere(
    'euh|du coup|genre|quoi|tu vois|vous voyez|en quelque sorte|un peu|je sais pas|et tout ça|machin',
  ),
  falseStart: anywhere('(?:je|nous|tu|le|la|les|un|une|mon|ma|que)(?=,)'),
  contrast: anywhere(
    "mais|pas seulement|non seulement|au lieu|plutôt que|alors que|tandis que|pourtant|cependant|même si|malgré|plus que|moins que|d'un côté|au contraire",
  ),
  number: anywhere(
    '\\p{Nd}[\\p{Nd}.,]*|pour cent|cents?|mille|milliers?|millions?|milliards?|moitié|double|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt',
  ),
  person: anywhere("je|j'\\p{L}+|me|moi|mon|ma|mes|nous|notre|nos|tu|toi|vous|votre|vos"),
  strong: anywhere(
    'le plus|la plus|les plus|jamais|toujours|tous|toutes|tout le monde|personne|rien|seule?s?|pire|meilleure?s?|énorme|impossible|complètement|absolument|incroyable|unique',
  ),
  stance: anywhere(
    'doit|doivent|devons|devrait|faut|va|vont|sera|seront|important|essentiel|problème|raison|but|vérité|principe|solution|parce que|signifie|espère|peur|aime|convaincue?|veux|veut|voulons',
  ),
  chatter: anywhere(
    "merci|bienvenue|bonjour|bonsoir|ravie? de|dernière question|mon invitée?|cet épisode|podcast|bonne question|parlons|revenons|tout à l'heure",
  ),
  sponsor: anywhere(
    'sponsor\\p{L}*|partenaire de|publicité|code promo|réduction|offert par|abonnez-vous|newsletter|lien dans|essai gratuit|\\p{L}+\\.(?:fr|com|net|org)',
  ),
  asking: anywhere(
    "qu'est-ce|est-ce|comment|pourquoi|quand|où|quel(?:le)?s?|qui|combien|pensez-vous|croyez-vous|avez-vous|êtes-vous|penses-tu|as-tu",
  ),
  negation: anywhere("ne|n'\\p{L}+|pas|jamais|rien|aucune?|personne|sans|ni|non"),
  condition: anywhere("si|s'il|s'ils|à moins|à condition|pourvu|tant que|sinon|sauf|en supposant"),
  attribution: anywhere(
    "(?:ils|elles|on|certains|beaucoup|les gens|il|elle|les critiques) (?:nous |me |m'|vous )?(?:disent|dit|disait|pensent|pense|croient|croit|prétendent|prétend|affirment|affirme)|selon|d'après|paraît-il|soi-disant",
  ),
  answer: atStart(
    'oui|non|si|exactement|peut-être|bien sûr|absolument|pas du tout|probablement|tout à fait|jamais|ça dépend|parce que',
  ),
  turning: atStart('mais|pourtant|cependant|toutefois|en revanche|au contraire|par contre|néanmoins|or'),
  denial: atStart(
    "non|c'est faux|ce n'est pas vrai|pas du tout|au contraire|mais (?:non|ce n'est pas|c'est faux)|je ne (?:crois|pense) pas",
  ),
  reporting: atStart(
    '(?:ils|elles|certains|beaucoup|les gens|les critiques|on) (?:disent|dit|prétendent|pensent|croient|affirment)|il paraît',
  ),
  supposing: atStart('imagine[zr]?|imaginons|supposons|admettons|disons|et si'),
  sides: anywhere(
    'mais|bien que|pourtant|cependant|plutôt que|au lieu|tandis que|alors que|non seulement|pas seulement|malgré',
  ),
  following: atStart('(?:et |mais )?(?:alors|dans ce cas|sinon|si oui|si non)'),
  sequel: atStart('(?:et )?alors'),
  limiting: atStart('sauf|à moins|à condition|pourvu|mais seulement|seulement si|tant que'),
  stem: (word) =>
    word.length > 5
      ? word.replace(
          /(?:issements?|ements?|ations?|ités?|iques?|euses?|eurs?|ées?|és?|er|ez|ent|es|e|s|x)$/u,
          '',
        )
      : word,
});
